//! Letters that no decomposition makes plain.

/// The usual plain spelling of a letter, where its accent is part of it.
pub(super) fn plain_of(letter: char) -> Option<&'static str> {
    let found = LETTERS.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
    LETTERS.get(found).map(|(_, plain)| *plain)
}

/// As their names in Unicode say ("LATIN SMALL LETTER O WITH STROKE"), and for those whose names do not say it, as they are
/// spelt where the letter cannot be written.
#[rustfmt::skip]
static LETTERS: &[(char, &str)] = &[
    ('\u{df}', "ss"), ('\u{e6}', "ae"), ('\u{f0}', "d"), ('\u{f8}', "o"), ('\u{fe}', "th"),
    ('\u{111}', "d"), ('\u{127}', "h"), ('\u{131}', "i"), ('\u{138}', "k"), ('\u{142}', "l"),
    ('\u{14b}', "n"), ('\u{153}', "oe"), ('\u{167}', "t"), ('\u{180}', "b"), ('\u{183}', "b"),
    ('\u{188}', "c"), ('\u{18c}', "d"), ('\u{192}', "f"), ('\u{199}', "k"), ('\u{19a}', "l"),
    ('\u{19b}', "lambda"), ('\u{19e}', "n"), ('\u{1a5}', "p"), ('\u{1ab}', "t"), ('\u{1ad}', "t"),
    ('\u{1b4}', "y"), ('\u{1b6}', "z"), ('\u{1ba}', "ezh"), ('\u{1dd}', "e"), ('\u{1e5}', "g"),
    ('\u{221}', "d"), ('\u{225}', "z"), ('\u{234}', "l"), ('\u{235}', "n"), ('\u{236}', "t"),
    ('\u{23c}', "c"), ('\u{23f}', "s"), ('\u{240}', "z"), ('\u{247}', "e"), ('\u{249}', "j"),
    ('\u{24b}', "q"), ('\u{24d}', "r"), ('\u{24f}', "y"), ('\u{253}', "b"), ('\u{255}', "c"),
    ('\u{256}', "d"), ('\u{257}', "d"), ('\u{259}', "a"), ('\u{25a}', "schwa"), ('\u{260}', "g"),
    ('\u{266}', "h"), ('\u{267}', "heng"), ('\u{268}', "i"), ('\u{26b}', "l"), ('\u{26c}', "l"),
    ('\u{26d}', "l"), ('\u{271}', "m"), ('\u{272}', "n"), ('\u{273}', "n"), ('\u{27c}', "r"),
    ('\u{27d}', "r"), ('\u{27e}', "r"), ('\u{282}', "s"), ('\u{286}', "esh"), ('\u{288}', "t"),
    ('\u{28b}', "v"), ('\u{290}', "z"), ('\u{291}', "z"), ('\u{293}', "ezh"), ('\u{29d}', "j"),
    ('\u{2a0}', "q"), ('\u{345}', "\u{3b9}"), ('\u{3c2}', "\u{3c3}"), ('\u{1c88}', "\u{a64b}"), ('\u{1d6c}', "b"),
    ('\u{1d6d}', "d"), ('\u{1d6e}', "f"), ('\u{1d6f}', "m"), ('\u{1d70}', "n"), ('\u{1d71}', "p"),
    ('\u{1d72}', "r"), ('\u{1d73}', "r"), ('\u{1d74}', "s"), ('\u{1d75}', "t"), ('\u{1d76}', "z"),
    ('\u{1d7a}', "th"), ('\u{1d7c}', "iota"), ('\u{1d7d}', "p"), ('\u{1d7f}', "upsilon"),
    ('\u{1d80}', "b"), ('\u{1d81}', "d"), ('\u{1d82}', "f"), ('\u{1d83}', "g"), ('\u{1d84}', "k"),
    ('\u{1d85}', "l"), ('\u{1d86}', "m"), ('\u{1d87}', "n"), ('\u{1d88}', "p"), ('\u{1d89}', "r"),
    ('\u{1d8a}', "s"), ('\u{1d8b}', "esh"), ('\u{1d8c}', "v"), ('\u{1d8d}', "x"), ('\u{1d8e}', "z"),
    ('\u{1d8f}', "a"), ('\u{1d90}', "alpha"), ('\u{1d91}', "d"), ('\u{1d92}', "e"),
    ('\u{1d95}', "schwa"), ('\u{1d96}', "i"), ('\u{1d98}', "esh"), ('\u{1d99}', "u"),
    ('\u{1d9a}', "ezh"), ('\u{1eff}', "y"), ('\u{2c61}', "l"), ('\u{2c65}', "a"), ('\u{2c66}', "t"),
    ('\u{2c68}', "h"), ('\u{2c6a}', "k"), ('\u{2c6c}', "z"), ('\u{2c71}', "v"), ('\u{2c73}', "w"),
    ('\u{2c74}', "v"), ('\u{2c78}', "e"), ('\u{2c7a}', "o"), ('\u{a72f}', "cuatrillo"),
    ('\u{a73b}', "av"), ('\u{a741}', "k"), ('\u{a743}', "k"), ('\u{a745}', "k"), ('\u{a749}', "l"),
    ('\u{a74b}', "o"), ('\u{a74d}', "o"), ('\u{a751}', "p"), ('\u{a753}', "p"), ('\u{a755}', "p"),
    ('\u{a757}', "q"), ('\u{a759}', "q"), ('\u{a75f}', "v"), ('\u{a765}', "thorn"),
    ('\u{a767}', "thorn"), ('\u{a78e}', "l"), ('\u{a791}', "n"), ('\u{a793}', "c"),
    ('\u{a794}', "c"), ('\u{a795}', "h"), ('\u{a797}', "b"), ('\u{a799}', "f"), ('\u{a7a1}', "g"),
    ('\u{a7a3}', "k"), ('\u{a7a5}', "n"), ('\u{a7a7}', "r"), ('\u{a7a9}', "s"), ('\u{a7b9}', "u"),
    ('\u{a7c8}', "d"), ('\u{a7ca}', "s"), ('\u{ab34}', "e"), ('\u{ab37}', "l"), ('\u{ab38}', "l"),
    ('\u{ab39}', "l"), ('\u{ab3a}', "m"), ('\u{ab3b}', "n"), ('\u{ab3c}', "eng"), ('\u{ab49}', "r"),
    ('\u{ab4e}', "u"), ('\u{ab52}', "u"), ('\u{ab54}', "chi"), ('\u{ab55}', "chi"),
    ('\u{ab56}', "x"), ('\u{ab57}', "x"), ('\u{ab58}', "x"), ('\u{ab59}', "x"), ('\u{ab5a}', "y"),
    ('\u{1df05}', "lezh"), ('\u{1df09}', "t"), ('\u{1df0b}', "esh"), ('\u{1df0c}', "esh"),
    ('\u{1df11}', "l"), ('\u{1df13}', "l"), ('\u{1df14}', "eng"), ('\u{1df16}', "r"),
    ('\u{1df18}', "ezh"), ('\u{1df1a}', "i"), ('\u{1df1b}', "o"), ('\u{1df1d}', "c"),
    ('\u{1df1e}', "s"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_in_order() {
        assert!(LETTERS.is_sorted_by(|(one, _), (next, _)| one < next));
        assert_eq!(plain_of('\u{f8}'), Some("o"));
        assert_eq!(plain_of('o'), None);
    }
}
