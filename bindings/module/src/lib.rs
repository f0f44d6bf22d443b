//! support-panel for any host that runs WebAssembly: a core module without a single import, text in and JSON text out.
//!
//! `support_panel.h` beside this crate is the reference of the interface. Its operations are thin calls of
//! [`support_panel::interface`]; a judgement about panels has no place here.

#![cfg_attr(
    not(target_family = "wasm"),
    allow(dead_code, reason = "nothing but a WebAssembly module exports what is here")
)]

mod blocks;
mod meetings;
mod records;

/// Declares exports: functions of numbers, most of them addresses of blocks, 0 for none.
///
/// Outside WebAssembly the names are not exported: `free` and `read` are the system's there.
macro_rules! exports {
    ($($(#[$doc:meta])* fn $name:ident($($argument:ident),* $(,)?) = $answer:expr;)+) => {$(
        $(#[$doc])*
        #[cfg_attr(
            target_family = "wasm",
            allow(unsafe_code, reason = "no other function of the module has this name"),
            unsafe(no_mangle)
        )]
        pub extern "C" fn $name($($argument: u32),*) -> u32 {
            $answer
        }
    )+};
}
use exports;

exports! {
    /// The interface that `support_panel.h` describes. A host refuses a module of another number.
    fn interface_version() = 1;

    /// A block of `length` zero bytes; 0 where there is no memory for it.
    fn alloc(length) = blocks::alloc(length);

    /// Gives a block back, its own or an answer's: 1, or 0 where no block has that address.
    fn free(block) = u32::from(blocks::free(block));
}
