//! The count in the tray's icon. It is drawn here, since few trays show a text beside an icon.

/// The characters of a count, three points wide and five high, each row's leftmost point its highest bit.
const GLYPHS: [(char, [u8; 5]); 11] = [
    ('0', [0b111, 0b101, 0b101, 0b101, 0b111]),
    ('1', [0b010, 0b110, 0b010, 0b010, 0b111]),
    ('2', [0b111, 0b001, 0b111, 0b100, 0b111]),
    ('3', [0b111, 0b001, 0b111, 0b001, 0b111]),
    ('4', [0b101, 0b101, 0b111, 0b001, 0b001]),
    ('5', [0b111, 0b100, 0b111, 0b001, 0b111]),
    ('6', [0b111, 0b100, 0b111, 0b101, 0b111]),
    ('7', [0b111, 0b001, 0b001, 0b010, 0b010]),
    ('8', [0b111, 0b101, 0b111, 0b101, 0b111]),
    ('9', [0b111, 0b101, 0b111, 0b001, 0b111]),
    ('+', [0b000, 0b010, 0b111, 0b010, 0b000]),
];
const WIDE: usize = 3;
const HIGH: usize = 5;

/// The most that two digits tell.
const MOST: u32 = 99;

const GROUND: [u8; 4] = [0x1a, 0x22, 0x30, 0xff];
const INK: [u8; 4] = [0xff, 0xff, 0xff, 0xff];

/// Draws a count into the lower right corner of an icon of RGBA pixels, `width` of them a row; 0 is not drawn, and
/// more than 99 is told as `99+`.
pub fn draw(pixels: &mut [u8], width: usize, count: u32) {
    if count == 0 || width == 0 {
        return;
    }
    let text = if count > MOST {
        format!("{MOST}+")
    } else {
        count.to_string()
    };
    let letters = text.chars().count();
    // Three characters fit a small icon only at a smaller size.
    let point = if letters > 2 { 2 } else { 3 };
    let size = |points: usize| points * point;
    let (wide, high) = (size(letters * (WIDE + 1) + 1), size(HIGH + 2));
    let height = pixels.len() / 4 / width;
    let (left, top) = (width.saturating_sub(wide), height.saturating_sub(high));
    let mut fill = |x: usize, y: usize, wide: usize, high: usize, colour: [u8; 4]| {
        for (row, column) in (y..y + high).flat_map(|row| (x..x + wide).map(move |at| (row, at))) {
            let start = (row * width + column) * 4;
            if let (true, Some(pixel)) = (column < width, pixels.get_mut(start..start + 4)) {
                pixel.copy_from_slice(&colour);
            }
        }
    };
    fill(left, top, wide, high, GROUND);
    for (at, letter) in text.chars().enumerate() {
        let x = left + size(1 + at * (WIDE + 1));
        for (row, column) in points(letter) {
            fill(x + size(column), top + size(1 + row), point, point, INK);
        }
    }
}

/// Gives where the points of a character are, as row and column.
fn points(letter: char) -> impl Iterator<Item = (usize, usize)> {
    let rows = GLYPHS.iter().find(|(known, _)| *known == letter);
    let rows = rows.map_or([0; HIGH], |(_, rows)| *rows);
    (0..HIGH)
        .zip(rows)
        .flat_map(|(row, bits)| (0..WIDE).map(move |column| (row, column, bits)))
        .filter(|(_, column, bits)| bits >> (WIDE - 1 - column) & 1 == 1)
        .map(|(row, column, _)| (row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 32;

    /// Gives an icon as text: `#` the ink, `.` its ground, nothing else.
    #[track_caller]
    fn check(count: u32, expected: &[&str]) {
        let mut pixels = vec![0; SIDE * SIDE * 4];
        draw(&mut pixels, SIDE, count);
        let rows: Vec<String> = pixels
            .chunks(SIDE * 4)
            .map(|row| {
                let signs = row.chunks(4).map(|pixel| match pixel {
                    it if *it == INK => '#',
                    it if *it == GROUND => '.',
                    _ => ' ',
                });
                signs.collect::<String>().trim_start().to_owned()
            })
            .filter(|row| !row.is_empty())
            .collect();
        let every = |point: usize, text: &str| {
            let signs: Vec<char> = text.chars().collect();
            signs
                .chunks(point)
                .filter_map(|it| it.first())
                .collect::<String>()
        };
        let point = if count > MOST { 2 } else { 3 };
        let drawn: Vec<String> = rows.chunks(point).map(|it| every(point, &it[0])).collect();
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_count_stands_in_the_corner() {
        check(0, &[]);
        check(
            25,
            &[
                ".........",
                ".###.###.",
                "...#.#...",
                ".###.###.",
                ".#.....#.",
                ".###.###.",
                ".........",
            ],
        );
    }

    #[test]
    fn more_than_two_digits_are_told_as_more() {
        check(
            100,
            &[
                ".............",
                ".###.###.....",
                ".#.#.#.#..#..",
                ".###.###.###.",
                "...#...#..#..",
                ".###.###.....",
                ".............",
            ],
        );
    }

    #[test]
    fn an_icon_that_is_too_small_loses_the_rest() {
        let mut pixels = vec![0; 8 * 8 * 4];
        draw(&mut pixels, 8, 25);
        assert_eq!(pixels.len(), 8 * 8 * 4);
        assert!(pixels.chunks(4).any(|pixel| pixel == INK));
    }
}
