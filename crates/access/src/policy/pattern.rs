//! Wildcards: `*` stands for any number of characters, `?` for one.
//!
//! “An asterisk (`*`) indicates the number (which includes zero) of letters”, “a question mark (`?`) indicates an allowed
//! letter” (<https://www.alibabacloud.com/help/doc-detail/93739.htm>). Nothing is said of `:` and `/`, so `*` goes across
//! them, and there is no way to escape a wildcard.

use std::mem;

use super::memory;

/// Places that a character leads to are listed up to so many, or up to one for each word; of more there is a mask.
const LISTED_MAX: usize = 8;

/// Whether `a` and `A` are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// They differ.
    Exact,
    /// They are the same; of letters beyond ASCII only themselves.
    Ignored,
}

impl Case {
    fn fold(self, c: char) -> char {
        if self == Self::Ignored { c.to_ascii_lowercase() } else { c }
    }
}

/// Texts with wildcards, one of which has to fit.
///
/// A policy is somebody's input, and so is what it is asked about; both may be as long as their limits, and a request asks a
/// hundred policies about a hundred names. So nothing is ever tried and taken back. All patterns are followed together: a
/// place is what stands before a character of a pattern, or at its end, and a bit of it says whether the text so far leads
/// there. Each character of the text moves all bits at once, 64 in a step, whatever pattern and text are.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    words: Box<[Word]>,
    /// The places that a character leads to, by character and place.
    listed: Box<[(char, u32)]>,
    /// The same of characters that lead to many, as bits; by character.
    masks: Box<[(char, Box<[u64]>)]>,
    case: Case,
}

/// What is known of 64 places, a bit for each.
#[derive(Clone, Debug, Default)]
struct Word {
    /// A pattern begins there.
    begins: u64,
    /// It ends there.
    ends: u64,
    /// A `*` stands there: no character leads away.
    stays: u64,
    /// A `?` stands before it: every character leads there.
    any: u64,
}

impl Patterns {
    pub(super) fn new<'t>(texts: impl IntoIterator<Item = &'t str>, case: Case) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut listed = Vec::new();
        let mut place = 0;
        for text in texts {
            word(&mut words, place).begins |= bit(place);
            for c in text.chars() {
                match c {
                    '*' => word(&mut words, place).stays |= bit(place),
                    '?' => {
                        place += 1;
                        word(&mut words, place).any |= bit(place);
                    }
                    c => {
                        place += 1;
                        listed.push((case.fold(c), place));
                    }
                }
            }
            word(&mut words, place).ends |= bit(place);
            // What is led to the end of a pattern is led no further: nothing leads to where the next one begins.
            place += 1;
        }
        listed.sort_unstable();
        let masks = take_masks(&mut listed, words.len());
        Self { words: words.into(), listed: listed.into(), masks, case }
    }

    /// What they have allocated.
    pub(super) fn allocated_bytes(&self) -> usize {
        let masks = memory::boxed_with(&self.masks, |(_, mask)| memory::boxed(mask));
        memory::boxed(&self.words) + memory::boxed(&self.listed) + masks
    }

    /// Does all of `text` fit one of them?
    pub(super) fn matches(&self, text: &str) -> bool {
        self.follow(text, &mut 0)
    }

    /// The same; counts the words and places that are looked at.
    fn follow(&self, text: &str, steps: &mut usize) -> bool {
        let mut now: Vec<u64> = self.words.iter().map(|word| word.begins).collect();
        let mut next = vec![0; now.len()];
        for c in text.chars() {
            *steps += now.len();
            if now.iter().all(|bits| *bits == 0) {
                return false;
            }
            // Whatever follows fits a `*` at the end.
            if self.reaches(&now, |word| word.ends & word.stays) {
                return true;
            }
            self.step(self.case.fold(c), &now, &mut next, steps);
            mem::swap(&mut now, &mut next);
        }
        self.reaches(&now, |word| word.ends)
    }

    fn reaches(&self, now: &[u64], wanted: impl Fn(&Word) -> u64) -> bool {
        now.iter().zip(&self.words).any(|(bits, word)| bits & wanted(word) != 0)
    }

    /// Where one character more leads.
    fn step(&self, c: char, now: &[u64], next: &mut [u64], steps: &mut usize) {
        let mask = self.masks.binary_search_by_key(&c, |(of, _)| *of).ok().map(|n| &self.masks[n].1);
        let mut carried = 0;
        for (n, word) in self.words.iter().enumerate() {
            let led_to = word.any | mask.map_or(0, |mask| mask[n]);
            next[n] = (((now[n] << 1) | carried) & led_to) | (now[n] & word.stays);
            carried = now[n] >> 63;
        }
        let from = self.listed.partition_point(|(of, _)| *of < c);
        let listed = self.listed[from..].iter().take_while(|(of, _)| *of == c);
        *steps += now.len();
        for (_, place) in listed {
            *steps += 1;
            let before = place - 1;
            if now[index(before)] & bit(before) != 0 {
                next[index(*place)] |= bit(*place);
            }
        }
    }
}

/// Takes the characters that lead to many places out of the list.
fn take_masks(listed: &mut Vec<(char, u32)>, words: usize) -> Box<[(char, Box<[u64]>)]> {
    let mut masks = Vec::new();
    for places in
        listed.chunk_by(|(a, _), (b, _)| a == b).filter(|places| places.len() > LISTED_MAX.max(words))
    {
        let mut mask = vec![0; words];
        for (_, place) in places {
            mask[index(*place)] |= bit(*place);
        }
        masks.push((places[0].0, mask.into_boxed_slice()));
    }
    listed.retain(|(c, _)| masks.binary_search_by_key(c, |(of, _)| *of).is_err());
    masks.into()
}

/// The word of a place, added if there is none yet.
fn word(words: &mut Vec<Word>, place: u32) -> &mut Word {
    let n = index(place);
    if n >= words.len() {
        words.resize_with(n + 1, Word::default);
    }
    &mut words[n]
}

fn index(place: u32) -> usize {
    (place / u64::BITS) as usize
}

fn bit(place: u32) -> u64 {
    1 << (place % u64::BITS)
}

#[cfg(test)]
mod tests;
