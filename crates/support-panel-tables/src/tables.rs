//! The tables, column by column, and the rows that a record makes in each.

mod actions;
mod corrected;
mod entries;
mod errors;
mod findings;
mod panels;
mod participants;
mod ratings;
mod restored;
mod shared_words;
mod stages;

pub(crate) mod context;

use crate::Options;
use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, DataType, SchemaRef};
use context::Context;

/// The name, type and meaning of a column.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ColumnDefinition {
    /// Its name.
    pub name: &'static str,
    /// The type of its cells.
    pub data_type: DataType,
    /// Whether a cell may be empty.
    pub nullable: bool,
    /// Whether it holds free text, and is there only where free text was asked for.
    pub free_text: bool,
    /// Its meaning.
    pub about: &'static str,
}

macro_rules! is_text {
    () => {
        false
    };
    (text) => {
        true
    };
}

/// One definition of a table makes the row that it takes, the columns that it fills, its schema and its documentation.
macro_rules! table {
    (
        $(#[doc = $about:literal])+
        $table:ident<$life:lifetime> {
            $( $(#[doc = $doc:literal])+ $([$text:ident])? $field:ident: $type:ty, )+
        }
    ) => {
        pub(crate) const ABOUT: &str = concat!($($about),+);

        /// One row.
        pub(crate) struct Row<$life> {
            $(pub(crate) $field: <$type as $crate::column::Column>::Cell<$life>,)+
        }

        /// The columns being filled.
        pub(crate) struct Columns {
            with_text: bool,
            rows: u64,
            $($field: $type,)+
        }

        impl Columns {
            pub(crate) fn new(with_text: bool) -> Self {
                Self { with_text, rows: 0, $($field: Default::default(),)+ }
            }

            pub(crate) fn rows(&self) -> u64 {
                self.rows
            }

            pub(crate) fn push(&mut self, row: Row<'_>) {
                self.rows += 1;
                $(
                    if !$crate::tables::is_text!($($text)?) || self.with_text {
                        $crate::column::Column::push(&mut self.$field, row.$field);
                    }
                )+
            }

            pub(crate) fn finish(&mut self) -> Result<arrow_array::RecordBatch, arrow_schema::ArrowError> {
                let mut arrays = Vec::new();
                self.rows = 0;
                $(
                    if !$crate::tables::is_text!($($text)?) || self.with_text {
                        arrays.push($crate::column::Column::finish(&mut self.$field, None)?);
                    }
                )+
                arrow_array::RecordBatch::try_new(schema(self.with_text), arrays)
            }
        }

        pub(crate) fn columns() -> Vec<$crate::tables::ColumnDefinition> {
            vec![$(
                $crate::tables::ColumnDefinition {
                    name: stringify!($field),
                    data_type: <$type as $crate::column::Column>::data_type(),
                    nullable: <$type as $crate::column::Column>::NULLABLE,
                    free_text: $crate::tables::is_text!($($text)?),
                    about: concat!($($doc),+).trim_ascii(),
                },
            )+]
        }

        pub(crate) fn schema(text: bool) -> arrow_schema::SchemaRef {
            static SCHEMAS: std::sync::LazyLock<[arrow_schema::SchemaRef; 2]> =
                std::sync::LazyLock::new(|| [false, true].map(|text| $crate::tables::schema_of(columns(), text)));
            let [plain, with_text] = &*SCHEMAS;
            if text { with_text.clone() } else { plain.clone() }
        }
    };
}
pub(crate) use {is_text, table};

fn schema_of(columns: Vec<ColumnDefinition>, text: bool) -> SchemaRef {
    let columns = columns.into_iter().filter(|column| text || !column.free_text);
    let fields = columns
        .map(|column| arrow_schema::Field::new(column.name, column.data_type, column.nullable));
    std::sync::Arc::new(arrow_schema::Schema::new(fields.collect::<Vec<_>>()))
}

macro_rules! all_tables {
    ($($variant:ident $module:ident,)+) => {
        /// One of the tables.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Table {
            $(
                #[doc = concat!("The table `", stringify!($module), "`.")]
                $variant,
            )+
        }

        impl Table {
            /// Every table, in the order of the documentation.
            pub const ALL: [Self; 8] = [$(Self::$variant),+];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($module)),+ }
            }

            /// The table of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $(stringify!($module) => Some(Self::$variant),)+ _ => None }
            }

            /// What one of its rows is.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$variant => $module::ABOUT.trim_ascii()),+ }
            }

            /// Its columns, those of free text among them.
            pub fn columns(self) -> Vec<ColumnDefinition> {
                match self { $(Self::$variant => $module::columns()),+ }
            }

            /// No rows, with the dictionaries of closed lists.
            pub(crate) fn empty(self, text: bool) -> Result<RecordBatch, ArrowError> {
                match self { $(Self::$variant => $module::Columns::new(text).finish()),+ }
            }

            /// Its schema, with or without the columns of free text: always the same, whatever was read.
            pub fn schema(self, text: bool) -> SchemaRef {
                match self { $(Self::$variant => $module::schema(text)),+ }
            }
        }

        /// The columns of every table being filled.
        pub(crate) struct Filling {
            wanted: Wanted,
            scale_keys: ratings::Keys,
            ends: Vec<Ends>,
            $($module: $module::Columns,)+
        }

        impl Filling {
            pub(crate) fn new(wanted: Wanted) -> Self {
                Self { wanted, scale_keys: ratings::Keys::default(), ends: Vec::new(), $($module: $module::Columns::new(wanted.text),)+ }
            }

            /// The rows of each table so far, in the order of [`Table::ALL`].
            fn rows(&self) -> Ends {
                [$(self.$module.rows()),+]
            }

            /// Returns the tables, and empties the columns for reuse.
            pub(crate) fn finish(&mut self) -> Result<Tables, ArrowError> {
                let ends = std::mem::take(&mut self.ends);
                Ok(Tables::new(self.wanted, [$(self.$module.finish()?),+], ends))
            }
        }
    };
}

all_tables! {
    Panels panels,
    Participants participants,
    Entries entries,
    Ratings ratings,
    Actions actions,
    Stages stages,
    Findings findings,
    Errors errors,
}

impl Filling {
    /// Adds the rows of one record to the tables that are wanted.
    pub(crate) fn add(&mut self, context: &Context<'_>) {
        macro_rules! add {
            ($($table:ident $module:ident)+) => {$(
                if self.wanted.has(Table::$table) {
                    $module::add(&mut self.$module, context);
                }
            )+};
        }
        add! { Panels panels Participants participants Entries entries Actions actions Stages stages Findings findings }
        if self.wanted.has(Table::Ratings) {
            ratings::add(&mut self.ratings, &mut self.scale_keys, context);
        }
        self.ends.push(self.rows());
    }

    /// Adds the row of a line that cannot be read.
    pub(crate) fn add_error(&mut self, error: &crate::Error) {
        errors::add(&mut self.errors, error);
    }
}

/// Which tables are made, and whether with free text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    tables: [bool; Table::ALL.len()],
    text: bool,
}

impl Wanted {
    pub(crate) fn new(options: &Options) -> Self {
        let is_wanted = |table| {
            table == Table::Errors
                || options.tables.as_ref().is_none_or(|tables| tables.contains(&table))
        };
        Self { tables: Table::ALL.map(is_wanted), text: options.text }
    }

    fn has(self, table: Table) -> bool {
        self.tables.get(table as usize).copied().unwrap_or_default()
    }

    /// Whether a wanted table needs the findings.
    pub(crate) fn findings(self) -> bool {
        self.has(Table::Findings) || self.has(Table::Panels)
    }
}

/// Where the rows of one record end in each table, in the order of [`Table::ALL`].
type Ends = [u64; Table::ALL.len()];

/// Batches of every table that was asked for; all batches of one table have the same schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    batches: [Vec<RecordBatch>; 8],
    wanted: Wanted,
    ends: Vec<Ends>,
}

impl Tables {
    pub(crate) fn empty(options: &Options) -> Self {
        Self { batches: Default::default(), wanted: Wanted::new(options), ends: Vec::new() }
    }

    fn new(wanted: Wanted, batches: [RecordBatch; 8], ends: Vec<Ends>) -> Self {
        Self {
            batches: batches
                .map(|batch| if batch.num_rows() == 0 { Vec::new() } else { vec![batch] }),
            wanted,
            ends,
        }
    }

    /// The rows of all of them in one, in their order; nothing of nothing.
    pub fn joined(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().reduce(|mut all, more| {
            all.extend(more);
            all
        })
    }

    /// Adds the rows of other tables behind those that are here.
    pub(crate) fn extend(&mut self, more: Self) {
        let before = Table::ALL.map(|table| self.rows(table) as u64);
        let moved = |ends: Ends| {
            let mut both = before.iter().zip(ends);
            std::array::from_fn(|_| both.next().map_or(0, |(before, end)| before + end))
        };
        self.ends.extend(more.ends.into_iter().map(moved));
        for (batches, more) in self.batches.iter_mut().zip(more.batches) {
            batches.extend(more);
        }
    }

    /// Whether this table was asked for.
    pub fn has(&self, table: Table) -> bool {
        self.wanted.has(table)
    }

    /// The batches of one table, none of them empty.
    pub fn batches(&self, table: Table) -> &[RecordBatch] {
        self.batches.get(table as usize).map_or(&[], Vec::as_slice)
    }

    /// How many rows a table has.
    pub fn rows(&self, table: Table) -> usize {
        self.batches(table).iter().map(RecordBatch::num_rows).sum()
    }

    /// The schema of a table's batches, whether or not there are any.
    pub fn schema(&self, table: Table) -> SchemaRef {
        table.schema(self.wanted.text)
    }
}
