//! The memory that a host shares: blocks that it names by their address.
//!
//! An address is looked up among the blocks that are in use and never dereferenced: one that is wrong is an error, and no
//! host can make the module read elsewhere.

use std::cell::RefCell;
use std::collections::BTreeMap;
use support_panel::{Code, Error};

thread_local! {
    static BLOCKS: RefCell<Blocks> = RefCell::default();
}

/// The blocks in use by their address.
#[derive(Default)]
pub(crate) struct Blocks(BTreeMap<u32, Vec<u8>>);

impl Blocks {
    /// The text that a host has put into a block; none at address 0.
    pub(crate) fn given(&self, address: u32) -> Result<Option<&[u8]>, Error> {
        if address == 0 {
            return Ok(None);
        }
        let block = self.0.get(&address).map(|block| Some(block.as_slice()));
        block.ok_or_else(|| {
            let message = "found an address of no block, expected one that alloc returned and free has not taken";
            Error::outside(Code::Disposed, message)
        })
    }

    /// The text of an argument that must be there.
    pub(crate) fn needed(&self, address: u32) -> Result<&[u8], Error> {
        self.given(address)?.ok_or_else(|| {
            let message =
                "found the address 0, expected that of an argument that this operation needs";
            Error::outside(Code::MissingKey, message)
        })
    }

    /// A short text, such as a day; none at address 0.
    pub(crate) fn word(&self, address: u32) -> Result<Option<&str>, Error> {
        self.given(address)?.map(utf8).transpose()
    }

    /// A short text that must be there.
    pub(crate) fn needed_word(&self, address: u32) -> Result<&str, Error> {
        utf8(self.needed(address)?)
    }

    fn keep(&mut self, mut block: Vec<u8>) -> u32 {
        let address = address_of(&mut block);
        self.0.insert(address, block);
        address
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|_| {
        Error::outside(Code::InvalidUtf8, "found other bytes, expected an argument in UTF-8")
    })
}

/// The host writes there, which the compiler must not take for impossible.
fn address_of(block: &mut Vec<u8>) -> u32 {
    // Addresses of this module are of 32 bits.
    block.as_mut_ptr().expose_provenance() as u32
}

/// A new block of zeros; 0 where there is no memory for it.
#[allow(
    clippy::slow_vector_initialization,
    reason = "the quicker way cannot say that there is no memory"
)]
pub(crate) fn alloc(length: u32) -> u32 {
    let mut block = Vec::new();
    // A block of no bytes has an address of its own, too.
    match block.try_reserve_exact((length as usize).max(1)) {
        Ok(()) => {
            block.resize(length as usize, 0);
            BLOCKS.with_borrow_mut(|blocks| blocks.keep(block))
        }
        Err(_) => 0,
    }
}

/// Gives a block back; says whether there was one.
pub(crate) fn free(address: u32) -> bool {
    BLOCKS.with_borrow_mut(|blocks| blocks.0.remove(&address)).is_some()
}

/// What an operation makes of its arguments, as a block: whether it is an error, the length of the text, and the text.
pub(crate) fn answer(operation: impl FnOnce(&Blocks) -> Result<String, Error>) -> u32 {
    let (status, text) = match BLOCKS.with_borrow(operation) {
        Ok(text) => (0_u32, text),
        Err(error) => (1, support_panel::interface::error(&error)),
    };
    let length = text.len() as u32;
    let header = [status.to_le_bytes(), length.to_le_bytes()];
    let block = [header.as_flattened(), text.as_bytes()].concat();
    BLOCKS.with_borrow_mut(|blocks| blocks.keep(block))
}
