//! The paragraphs, tables and notes of a Word document, written out one after another.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::extracted::Extracted;
use super::super::xml;
use super::marks::Marks;
use super::numbering::Numbering;
use super::styles::{self, Styles};

/// Writes the parts of a document as text.
pub(super) struct Writer<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    out: Extracted,
    /// The words of the notes, by kind and identifier.
    notes: HashMap<(&'static str, String), String>,
    marks: Marks,
    footnotes: usize,
    endnotes: usize,
}

/// The words of a paragraph while they are gathered.
#[derive(Default)]
struct Words {
    text: String,
    pages: usize,
    /// Paragraphs of text boxes that hang on this one.
    boxes: Vec<String>,
    /// Notes that are called in this one: figure and words.
    notes: Vec<(String, String)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            out: Extracted::default(),
            notes: HashMap::new(),
            marks: Marks::default(),
            footnotes: 0,
            endnotes: 0,
        }
    }

    /// The head of the first page: every paragraph of it is a line.
    pub(super) fn head(&mut self, root: Node<'_, '_>) {
        for paragraph in paragraphs(root) {
            let words = self.words(paragraph);
            self.out.line(&words.text);
        }
        self.out.apart();
    }

    /// The body.
    pub(super) fn body(&mut self, root: Node<'_, '_>) {
        let body = xml::child(root, "body").unwrap_or(root);
        self.marks = Marks::of(body, self.styles);
        self.blocks(body);
    }

    /// Takes in the notes, to be written below the paragraphs that call them.
    pub(super) fn notes(&mut self, root: Node<'_, '_>) {
        for note in root.children().filter(Node::is_element) {
            let kind = match xml::name(note) {
                "footnote" => "footnote",
                "endnote" => "endnote",
                _ => continue,
            };
            let id = xml::attribute(note, "id").unwrap_or_default().to_owned();
            let words: Vec<String> = paragraphs(note)
                .map(|paragraph| self.words(paragraph).text)
                .collect();
            self.notes.insert((kind, id), words.join(" "));
        }
    }

    /// The text.
    pub(super) fn finish(self) -> Extracted {
        self.out
    }

    fn blocks(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            match xml::name(node) {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "sdt" => {
                    if let Some(content) = xml::child(node, "sdtContent") {
                        self.blocks(content);
                    }
                }
                "ins" | "smartTag" | "customXml" | "moveTo" => self.blocks(node),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let words = self.words(node);
        let properties = xml::child(node, "pPr");
        let style = properties
            .and_then(|properties| xml::child(properties, "pStyle"))
            .and_then(|style| xml::attribute(style, "val"))
            .unwrap_or_default();
        let text = words.text.trim();
        let number = self.number(properties, style, text);
        let line = match &number {
            Some(number) => format!("{number} {text}"),
            None => text.to_owned(),
        };
        match self.styles.heading(style) {
            Some(level) if !text.is_empty() => self.out.heading(level, &line),
            _ if is_masthead(style) => self.out.line(&line),
            _ => self.out.paragraph(&line),
        }
        for paragraph in &words.boxes {
            self.out.paragraph(paragraph);
        }
        self.write_notes(&words.notes);
        for _ in 0..words.pages {
            self.out.page();
        }
    }

    fn write_notes(&mut self, notes: &[(String, String)]) {
        for (figure, words) in notes {
            // A mark of the author's own choice is repeated before the words.
            let words = words.trim_start();
            let words = words.strip_prefix(figure.as_str()).unwrap_or(words);
            self.out.note(figure, words);
        }
    }

    /// The number that Word prints before a paragraph. An empty paragraph shows and counts none.
    fn number(
        &mut self,
        properties: Option<Node<'_, '_>>,
        style: &str,
        text: &str,
    ) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let own = properties.and_then(styles::numbering_of);
        let (list, level) = own.or_else(|| self.styles.numbering(style))?;
        if list == "0" {
            return None;
        }
        self.numbering.next(&list, level)
    }

    fn table(&mut self, table: Node<'_, '_>) {
        let rows: Vec<Vec<Node<'_, '_>>> = table
            .children()
            .filter(|row| xml::name(*row) == "tr")
            .map(|row| {
                row.children()
                    .filter(|cell| xml::name(*cell) == "tc")
                    .collect()
            })
            .collect();
        // A table of one column is a frame around paragraphs.
        if rows.iter().all(|cells| cells.len() < 2) {
            for cell in rows.into_iter().flatten() {
                self.blocks(cell);
            }
            return;
        }
        let mut pages = 0;
        let mut notes = Vec::new();
        self.out.apart();
        for cells in rows {
            let cells: Vec<String> = cells
                .into_iter()
                .map(|cell| {
                    let texts: Vec<String> = paragraphs(cell)
                        .map(|paragraph| {
                            let words = self.words(paragraph);
                            pages += words.pages;
                            notes.extend(words.notes);
                            words.text
                        })
                        .collect();
                    texts.join(" ")
                })
                .collect();
            self.out.row(cells.iter().map(String::as_str));
        }
        self.out.apart();
        self.write_notes(&notes);
        for _ in 0..pages {
            self.out.page();
        }
    }

    fn words(&mut self, paragraph: Node<'_, '_>) -> Words {
        let mut words = Words::default();
        self.inline(paragraph, &mut words);
        words
    }

    fn inline(&mut self, parent: Node<'_, '_>, words: &mut Words) {
        for node in parent.children().filter(Node::is_element) {
            match xml::name(node) {
                "r" => self.run(node, words),
                // What tracked changes have taken out or moved away is no longer there.
                "del" | "moveFrom" | "pPr" | "rPr" => {}
                _ => self.inline(node, words),
            }
        }
    }

    fn run(&mut self, run: Node<'_, '_>, words: &mut Words) {
        if self.styles.hides(run) {
            return;
        }
        let raised = self.styles.raises(run);
        for node in run.children().filter(Node::is_element) {
            match xml::name(node) {
                "t" => {
                    let text = node.text().unwrap_or_default();
                    if raised {
                        self.marks.set(text, &mut words.text);
                    } else {
                        words.text.push_str(text);
                    }
                }
                "tab" | "ptab" | "cr" => words.text.push(' '),
                "noBreakHyphen" => words.text.push('-'),
                "lastRenderedPageBreak" => words.pages += 1,
                "br" => match xml::attribute(node, "type") {
                    // Word also notes where it broke the page; a break is not counted twice.
                    Some("page" | "column") => {}
                    _ => words.text.push(' '),
                },
                "footnoteReference" => self.call("footnote", node, words),
                "endnoteReference" => self.call("endnote", node, words),
                "drawing" | "pict" | "object" => self.text_boxes(node, words),
                "AlternateContent" => {
                    if let Some(choice) = xml::child(node, "Choice") {
                        self.text_boxes(choice, words);
                    }
                }
                _ => {}
            }
        }
    }

    fn call(&mut self, kind: &'static str, node: Node<'_, '_>, words: &mut Words) {
        let id = xml::attribute(node, "id").unwrap_or_default().to_owned();
        let own_mark = matches!(
            xml::attribute(node, "customMarkFollows"),
            Some("1" | "true" | "on")
        );
        let figure = if own_mark {
            let mark = node.next_siblings().skip(1);
            mark.filter(|next| xml::name(*next) == "t")
                .find_map(|next| next.text())
                .map_or("*", str::trim)
                .to_owned()
        } else if kind == "footnote" {
            self.footnotes += 1;
            self.footnotes.to_string()
        } else {
            self.endnotes += 1;
            format!("e{}", self.endnotes)
        };
        if !own_mark {
            words.text.push_str("[^");
            words.text.push_str(&figure);
            words.text.push(']');
        }
        let text = self.notes.get(&(kind, id)).cloned().unwrap_or_default();
        words.notes.push((figure, text));
    }

    fn text_boxes(&mut self, node: Node<'_, '_>, words: &mut Words) {
        for content in node
            .descendants()
            .filter(|inner| xml::name(*inner) == "txbxContent")
        {
            for paragraph in paragraphs(content) {
                let inner = self.words(paragraph);
                words.boxes.push(inner.text);
            }
        }
    }
}

/// Every paragraph below `node`, each once: what a text box says is written again for programs that cannot draw it.
fn paragraphs<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let is_again = move |paragraph: &Node<'_, '_>| {
        let mut around = paragraph.ancestors().take_while(|around| *around != node);
        around.any(|around| xml::name(around) == "Fallback")
    };
    node.descendants()
        .filter(move |inner| xml::name(*inner) == "p" && !is_again(inner))
}

/// Session, agenda item and its title follow one another line by line.
fn is_masthead(style: &str) -> bool {
    let style = style.to_lowercase();
    style.starts_with("session") || style.starts_with("agendaitem")
}
