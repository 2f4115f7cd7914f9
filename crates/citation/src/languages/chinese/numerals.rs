//! Figures and Chinese numerals: 十二 is 12, 二十一 is 21, 一九九〇 the year 1990.

use super::super::cursor;

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn digit(character: char) -> Option<u32> {
    let character = match character {
        '零' | '○' | 'Ｏ' => '〇',
        other => other,
    };
    let place = DIGITS.iter().position(|known| *known == character)?;
    u32::try_from(place).ok()
}

/// A number below one thousand in Chinese numerals, or any of up to four figures, at `at`.
pub(super) fn number(text: &str, at: usize) -> Option<(u32, usize)> {
    if let Some(run) = cursor::digits(text, at) {
        return (run.count <= 4).then_some((run.value, run.end));
    }
    if let Some((hundreds, end)) = hundreds(text, at) {
        // "一百零五", "一百九十二"
        let rest = cursor::sign(text, end, '零').unwrap_or(end);
        let below = below_hundred(text, rest);
        return Some(below.map_or((hundreds * 100, end), |(below, end)| {
            (hundreds * 100 + below, end)
        }));
    }
    below_hundred(text, at)
}

/// "一百" at `at` as 1, and the offset behind it.
fn hundreds(text: &str, at: usize) -> Option<(u32, usize)> {
    let (first, end) = cursor::next(text, at)?;
    let value = digit(first).filter(|value| *value > 0)?;
    Some((value, cursor::sign(text, end, '百')?))
}

fn below_hundred(text: &str, at: usize) -> Option<(u32, usize)> {
    let (first, end) = cursor::next(text, at)?;
    let (tens, end) = match digit(first) {
        Some(value) => match cursor::sign(text, end, '十') {
            Some(behind) => (value, behind),
            None => return (value > 0).then_some((value, end)),
        },
        None if first == '十' => (1, end),
        None => return None,
    };
    match cursor::next(text, end).and_then(|(next, behind)| Some((digit(next)?, behind))) {
        Some((units, behind)) => Some((tens * 10 + units, behind)),
        None => Some((tens * 10, end)),
    }
}

/// A year of exactly four figures or Chinese digits at `at`.
pub(super) fn year(text: &str, at: usize) -> Option<(u16, usize)> {
    if let Some(run) = cursor::digits(text, at) {
        let value = u16::try_from(run.value).ok()?;
        return (run.count == 4 && (1900..2100).contains(&value)).then_some((value, run.end));
    }
    let mut value = 0;
    let mut end = at;
    for _ in 0..4 {
        let (next, behind) = cursor::next(text, end)?;
        value = value * 10 + digit(next)?;
        end = behind;
    }
    let value = u16::try_from(value).ok()?;
    (1900..2100).contains(&value).then_some((value, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_below_one_thousand_are_read() {
        for (written, value) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("三十一", 31),
            ("九十九", 99),
            ("一百", 100),
            ("一百零五", 105),
            ("一百九十二", 192),
            ("三百二十", 320),
            ("15", 15),
            ("１５", 15),
        ] {
            assert_eq!(
                number(written, 0),
                Some((value, written.len())),
                "{written}"
            );
        }
        for written in ["", "百", "零", "12345", "a"] {
            assert_eq!(number(written, 0), None, "{written}");
        }
    }

    #[test]
    fn years_have_four_digits() {
        assert_eq!(year("一九九〇年", 0), Some((1990, 12)));
        assert_eq!(year("二零零零年", 0), Some((2000, 12)));
        assert_eq!(year("1994年", 0), Some((1994, 4)));
        assert_eq!(year("61993年", 0), None);
        assert_eq!(year("十九年", 0), None);
    }
}
