//! Pages as lists of marks, set down from top to bottom and drawn at the end, when it is known how many there are.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use ttf_parser::Face;

use crate::FileError;

/// Embedded in part: the glyphs that a report uses.
const FONT: &[u8] = include_bytes!("../../fonts/BIZUDPGothic-Regular.ttf");

/// The sides of A4 in points.
const A4: (f32, f32) = (595.28, 841.89);
const MARGIN: f32 = 28.0;

/// How a page lies.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Upright,
    Lying,
}

/// The colours of the window's light theme.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Colour {
    Text,
    Muted,
    Line,
    Head,
    Accent,
    Fine,
    Soon,
    Breach,
    /// How hot a place of a heat map is, of 255.
    Heat(u8),
    /// The same for breaches.
    Ember(u8),
}

impl Colour {
    fn rgb(self) -> rgb::Color {
        let mixed = |to: [u8; 3], share: u8| {
            let channel = |to: u8| {
                let down = u32::from(255 - to) * u32::from(share) / 255;
                255 - u8::try_from(down).unwrap_or(0)
            };
            to.map(channel)
        };
        let [r, g, b] = match self {
            Self::Text => [0x1a, 0x22, 0x30],
            Self::Muted => [0x56, 0x60, 0x73],
            Self::Line => [0xdd, 0xe1, 0xe8],
            Self::Head => [0xee, 0xf0, 0xf4],
            Self::Accent => [0x2f, 0x55, 0xc8],
            Self::Fine => [0x0b, 0x8a, 0x79],
            Self::Soon => [0xe0, 0xb9, 0x3a],
            Self::Breach => [0xb3, 0x26, 0x1e],
            Self::Heat(share) => mixed([0x2f, 0x55, 0xc8], share),
            Self::Ember(share) => mixed([0xb3, 0x26, 0x1e], share),
        };
        rgb::Color::new(r, g, b)
    }
}

enum Mark {
    Text(f32, f32, f32, Colour, String),
    Block(f32, f32, f32, f32, Colour),
}

struct Page {
    shape: Shape,
    marks: Vec<Mark>,
}

/// Pages under way. Lengths are points, from the page's upper left corner.
pub(super) struct Pages {
    font: Font,
    face: Face<'static>,
    pages: Vec<Page>,
    y: f32,
}

impl Pages {
    pub fn new() -> Result<Self, FileError> {
        let unreadable = || FileError::Pages("the font cannot be read".to_owned());
        Ok(Self {
            font: Font::new(FONT.into(), 0).ok_or_else(unreadable)?,
            face: Face::parse(FONT, 0).map_err(|_| unreadable())?,
            pages: Vec::new(),
            y: MARGIN,
        })
    }

    /// Begins a page.
    pub fn begin(&mut self, shape: Shape) {
        self.pages.push(Page {
            shape,
            marks: Vec::new(),
        });
        self.y = MARGIN;
    }

    pub fn shape(&self) -> Shape {
        self.pages.last().map_or(Shape::Upright, |it| it.shape)
    }

    /// Gives the width between the margins.
    pub fn width(&self) -> f32 {
        size(self.shape()).0 - 2.0 * MARGIN
    }

    /// Gives the height that is left above the page's number.
    pub fn room(&self) -> f32 {
        size(self.shape()).1 - 2.0 * MARGIN - self.y
    }

    pub fn y(&self) -> f32 {
        self.y
    }

    pub fn gap(&mut self, height: f32) {
        self.y += height;
    }

    /// Sets a line of text and goes below it.
    pub fn text(&mut self, size: f32, colour: Colour, text: &str) {
        self.y += size * 1.5;
        let y = self.y - size * 0.4;
        self.text_at(0.0, y, size, colour, text);
    }

    /// Sets a text with its left end and its base line at a place.
    pub fn text_at(&mut self, x: f32, y: f32, size: f32, colour: Colour, text: &str) {
        self.mark(Mark::Text(MARGIN + x, y, size, colour, text.to_owned()));
    }

    /// Sets a text whose right end is at a place.
    pub fn text_to(&mut self, x: f32, y: f32, size: f32, colour: Colour, text: &str) {
        let x = x - self.measure(text, size);
        self.text_at(x, y, size, colour, text);
    }

    pub fn block(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.mark(Mark::Block(MARGIN + x, y, width, height, colour));
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    /// Measures a text.
    pub fn measure(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text.chars().map(|it| u32::from(self.advance(it))).sum();
        let per_em = f32::from(self.face.units_per_em());
        f32::from(u16::try_from(units).unwrap_or(u16::MAX)) * size / per_em
    }

    fn advance(&self, letter: char) -> u16 {
        let glyph = self.face.glyph_index(letter).unwrap_or_default();
        self.face.glyph_hor_advance(glyph).unwrap_or(0)
    }

    /// Gives a glyph for each letter: Japanese and Latin text on one line needs no more shaping.
    fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let per_em = f32::from(self.face.units_per_em());
        let glyph = |(place, letter): (usize, char)| {
            let glyph = self.face.glyph_index(letter).unwrap_or_default();
            let advance = f32::from(self.advance(letter)) / per_em;
            let range = place..place + letter.len_utf8();
            KrillaGlyph::new(
                GlyphId::new(glyph.0.into()),
                advance,
                0.0,
                0.0,
                0.0,
                range,
                None,
            )
        };
        text.char_indices().map(glyph).collect()
    }

    /// Cuts a text to a width, with an ellipsis where something is cut.
    pub fn fitted(&self, text: &str, size: f32, width: f32) -> String {
        if self.measure(text, size) <= width {
            return text.to_owned();
        }
        let mut cut: String = text.chars().take(120).collect();
        while !cut.is_empty() && self.measure(&format!("{cut}…"), size) > width {
            cut.pop();
        }
        cut + "…"
    }

    /// Breaks a text into two lines of a width, cut where even two do not hold it.
    pub fn in_two(&self, text: &str, size: f32, width: f32) -> [String; 2] {
        let mut first = String::new();
        for letter in text.chars() {
            first.push(letter);
            if self.measure(&first, size) > width {
                first.pop();
                break;
            }
        }
        let rest = text.get(first.len()..).unwrap_or_default();
        let second = self.fitted(rest.trim_start(), size, width);
        [first, second]
    }

    /// Draws all pages with their numbers.
    pub fn finish(
        self,
        title: &str,
        number: fn(usize, usize) -> String,
    ) -> Result<Vec<u8>, FileError> {
        let mut document = Document::new();
        document.set_metadata(Metadata::new().title(title.to_owned()));
        let of = self.pages.len();
        for (place, page) in self.pages.iter().enumerate() {
            let (width, height) = size(page.shape);
            let settings = PageSettings::from_wh(width, height)
                .ok_or_else(|| FileError::Pages("no such page".to_owned()))?;
            let mut drawn = document.start_page_with(settings);
            let mut surface = drawn.surface();
            for mark in &page.marks {
                self.draw(&mut surface, mark);
            }
            let number = number(place + 1, of);
            let x = (width - self.measure(&number, 8.0)) / 2.0;
            let foot = Mark::Text(x, height - 18.0, 8.0, Colour::Muted, number);
            self.draw(&mut surface, &foot);
            surface.finish();
            drawn.finish();
        }
        let failed = |error| FileError::Pages(format!("{error:?}"));
        document.finish().map_err(failed)
    }

    fn draw(&self, surface: &mut Surface<'_>, mark: &Mark) {
        let fill = |colour: Colour| {
            Some(Fill {
                paint: colour.rgb().into(),
                ..Fill::default()
            })
        };
        match mark {
            Mark::Text(x, y, size, colour, text) => {
                surface.set_fill(fill(*colour));
                let (at, font) = (Point::from_xy(*x, *y), self.font.clone());
                surface.draw_glyphs(at, &self.glyphs(text), font, text, *size, false);
            }
            Mark::Block(x, y, width, height, colour) => {
                let path = Rect::from_xywh(*x, *y, *width, *height).and_then(|rect| {
                    let mut builder = PathBuilder::new();
                    builder.push_rect(rect);
                    builder.finish()
                });
                if let Some(path) = path {
                    surface.set_fill(fill(*colour));
                    surface.draw_path(&path);
                }
            }
        }
    }
}

fn size(shape: Shape) -> (f32, f32) {
    match shape {
        Shape::Upright => A4,
        Shape::Lying => (A4.1, A4.0),
    }
}
