//! The glyphs of one page, with their places, as the interpreter draws them.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::kurbo::{BezPath, Point, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

/// The width of a glyph whose font does not say it, in thousandths of its size.
const USUAL_WIDTH: f32 = 500.0;

/// The most glyphs of one page; a page of small print has ten thousand.
const MOST_GLYPHS: usize = 400_000;

/// A letter at its place, in points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its baseline, growing downwards.
    pub(super) baseline: f64,
    pub(super) size: f64,
}

/// A horizontal line, such as the one above footnotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
}

/// Gathers what a page shows.
pub(super) struct Collector {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// Letters, without spaces.
    pub(super) letters: usize,
    /// Letters that no font explains.
    pub(super) unknown: usize,
    pub(super) pictures: usize,
    /// Whether it is the page whose head is the masthead.
    pub(super) is_first: bool,
    /// For each open mark: whether what it encloses is head or foot.
    marks: Vec<bool>,
    last_origin: Option<(f64, f64)>,
}

impl Collector {
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            glyphs: Vec::new(),
            rules: Vec::new(),
            letters: 0,
            unknown: 0,
            pictures: 0,
            is_first: false,
            marks: Vec::new(),
            last_origin: None,
        }
    }

    /// Whether what is drawn now is marked as head or foot of the page.
    fn is_furniture(&self) -> bool {
        self.marks.contains(&true)
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        let area = (props.transform * path.clone()).bounding_box();
        if area.height() < 2.0 && area.width() > 30.0 {
            self.rules.push(Rule {
                left: area.x0,
                right: area.x1,
                y: area.y0,
            });
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.glyphs.len() > MOST_GLYPHS {
            return;
        }
        let furniture = self.is_furniture();
        for (at, glyph) in run.glyphs().iter().enumerate() {
            let transform = props.transform * glyph.transform();
            let origin = transform * Point::ZERO;
            // Text with an outline is drawn twice over.
            let place = (origin.x, origin.y);
            if at == 0 && self.last_origin.replace(place) == Some(place) {
                return;
            }
            let [a, b, c, d, ..] = transform.as_coeffs();
            let size = c.hypot(d) * 1000.0;
            // What runs up or down the page is no line of the text.
            if b.abs() > a.abs() || size < 1.0 {
                continue;
            }
            let width = match &**glyph {
                Drawn::Outline(outline) => outline.advance_width(),
                Drawn::Type3(drawn) => drawn.advance_width(),
            };
            let text = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => String::from('\u{fffd}'),
            };
            let text = plain(&text);
            // The rule above notes that go on is marked as furniture, and shows where they begin.
            if furniture && text != "_" {
                continue;
            }
            if text.trim().is_empty() {
                if text.is_empty() {
                    continue;
                }
            } else {
                self.letters += 1;
                self.unknown += usize::from(text.contains(['\u{fffd}', '\u{f0ff}']));
            }
            self.glyphs.push(Glyph {
                text,
                left: origin.x,
                right: origin.x + f64::from(width.unwrap_or(USUAL_WIDTH)) * a.abs(),
                baseline: origin.y,
                size,
            });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures += 1;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let furniture = tag == b"Artifact" && {
            let is = |key: &[u8], value: &[u8]| {
                properties
                    .and_then(|properties| properties.get::<Name<'_>>(key))
                    .is_some_and(|name| &*name == value)
            };
            // The head of the first page is the masthead; no other page has one.
            is(b"Subtype", b"Footer") || !self.is_first
        };
        self.marks.push(furniture);
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Joined letters as single ones; no control characters.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            // Hyphens that stay together or may be broken; a reader makes no difference.
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => plain.push(' '),
            other if other.is_control() => {}
            other => plain.push(other),
        }
    }
    plain
}
