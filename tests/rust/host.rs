//! A host: the module in the interpreter wasmi.

use std::collections::BTreeMap;
use wasmi::{Engine, ExternType, Instance, Linker, Memory, Store, Val};

/// An argument of an operation: a text or bytes become a block, and a number stays one.
pub(crate) trait Argument {
    /// The block to be made, or the number as it is.
    fn given(&self) -> Result<&[u8], u32>;
}

impl Argument for &str {
    fn given(&self) -> Result<&[u8], u32> {
        Ok(self.as_bytes())
    }
}

impl Argument for String {
    fn given(&self) -> Result<&[u8], u32> {
        Ok(self.as_bytes())
    }
}

impl Argument for Vec<u8> {
    fn given(&self) -> Result<&[u8], u32> {
        Ok(self)
    }
}

impl Argument for Option<String> {
    fn given(&self) -> Result<&[u8], u32> {
        self.as_deref().map(str::as_bytes).ok_or(0)
    }
}

impl Argument for u32 {
    fn given(&self) -> Result<&[u8], u32> {
        Err(*self)
    }
}

/// One instance.
pub(crate) struct Module {
    module: wasmi::Module,
    store: Store<()>,
    instance: Instance,
    memory: Memory,
}

impl Module {
    pub(crate) fn load(path: &str) -> Self {
        let bytes = std::fs::read(path).expect("the module can be read");
        let engine = Engine::default();
        let module = wasmi::Module::new(&engine, bytes).expect("it is a module");
        assert_eq!(module.imports().count(), 0, "the module has an import");
        let mut store = Store::new(&engine, ());
        let instance = Linker::new(&engine)
            .instantiate_and_start(&mut store, &module)
            .expect("it needs nothing of a host");
        let memory = instance.get_memory(&store, "memory").expect("it exports its memory");
        Self { module, store, instance, memory }
    }

    /// Holds the exports against the declarations of the header: the same names, and as many arguments.
    pub(crate) fn must_be_as_declared(&self, header: &str) {
        let mut exported = BTreeMap::new();
        for export in self.module.exports() {
            if let ExternType::Func(function) = export.ty() {
                assert_eq!(function.results().len(), 1, "{}", export.name());
                exported.insert(export.name().to_owned(), function.params().len());
            }
        }
        let declared: BTreeMap<String, usize> = header
            .lines()
            .filter_map(|line| line.strip_prefix("uint32_t ")?.strip_suffix(");")?.split_once('('))
            .map(|(name, arguments)| (name.to_owned(), arguments.matches("uint32_t").count()))
            .collect();
        assert_eq!(declared, exported, "the header declares other exports");
    }

    pub(crate) fn memory_bytes(&self) -> usize {
        self.memory.data_size(&self.store)
    }

    fn call(&mut self, name: &str, arguments: &[u32]) -> u32 {
        let function = self.instance.get_func(&self.store, name).expect("the module exports it");
        let arguments: Vec<Val> = arguments.iter().map(|n| Val::I32(n.cast_signed())).collect();
        let mut results = [Val::I32(0)];
        function.call(&mut self.store, &arguments, &mut results).expect("it never traps");
        results[0].i32().expect("every result is a number").cast_unsigned()
    }

    fn put(&mut self, bytes: &[u8]) -> u32 {
        let length = u32::try_from(bytes.len()).expect("an argument fits");
        let block = self.call("alloc", &[length]);
        self.memory.write(&mut self.store, block as usize, bytes).expect("a block is in memory");
        block
    }

    /// The result of an operation, or the error as JSON. Every block is freed again.
    pub(crate) fn ask(
        &mut self,
        operation: &str,
        arguments: &[&dyn Argument],
    ) -> Result<String, String> {
        let mut blocks = Vec::new();
        let mut numbers = Vec::new();
        for argument in arguments {
            numbers.push(argument.given().map_or_else(
                |number| number,
                |bytes| {
                    let block = self.put(bytes);
                    blocks.push(block);
                    block
                },
            ));
        }
        let answer = self.call(operation, &numbers);
        blocks.push(answer);
        let data = &self.memory.data(&self.store)[answer as usize..];
        let word =
            |at: usize| u32::from_le_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]);
        let (status, length) = (word(0), word(4) as usize);
        let text = String::from_utf8(data[8..8 + length].to_vec()).expect("an answer is UTF-8");
        for block in blocks {
            assert_eq!(self.call("free", &[block]), 1, "the block was in use");
        }
        if status == 0 { Ok(text) } else { Err(text) }
    }

    /// Closes a meeting; says whether it was open.
    pub(crate) fn close(&mut self, session: u32) -> bool {
        self.call("session_close", &[session]) == 1
    }
}
