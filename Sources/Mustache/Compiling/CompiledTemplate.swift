import Diagnostics

/// A step of a compiled template; numbers are indices into the template's tables.
enum TemplateNode: Sendable {
    /// Bytes of the template's text.
    case text(start: Int, end: Int, startsLine: Bool)
    /// The start of a line that begins with a tag. Indentation is written here.
    case lineStart
    case variable(Int)
    /// A section or an inverted section, whose body ends before `end`.
    case section(Int, end: Int)
    case inverted(Int, end: Int)
    case include(Int)
    /// A parent; the nodes up to `end` are the blocks given to it.
    case parent(Int, end: Int)
    /// A block; the nodes up to `end` are its default.
    case block(Int, end: Int)
}

/// A name to look up, with its place in the template and the escaping of its value.
///
/// It holds only numbers, because rendering copies it for every tag.
struct NameReference: Sendable {
    /// The parts of the name in the template's `names`.
    let names: Range<Int>
    let range: Range<Int>
    let escaping: Escaping
}

/// The inclusion of another template, as a partial or as a parent.
struct Inclusion: Sendable {
    enum Target: Sendable {
        case named(String)
        case dynamic(NamePath)
    }

    let target: Target
    let range: Range<Int>
    /// The blanks before a tag that stands alone; nil for one within a line.
    let indentation: [UInt8]?
    /// The index of the template, when the name is known before rendering.
    var template: Int?
    /// The replacements for a parent's blocks.
    var replacements: [Replacement] = []
}

/// Content that plain text, such as an attribute's value or a title, cannot hold.
struct SpecialContent: OptionSet, Sendable {
    let rawValue: UInt8
    /// `<`, or another template.
    static let markup = SpecialContent(rawValue: 1)
    static let doubleQuote = SpecialContent(rawValue: 2)
    static let singleQuote = SpecialContent(rawValue: 4)
}

/// The content that a child template gives to a block of its parent.
struct Replacement: Sendable {
    let name: String
    let range: Range<Int>
    let nodes: Range<Int>
    /// Whether the content begins with something to indent.
    let leads: Bool
    let holds: SpecialContent
}

/// A place that a child template may fill.
struct TemplateBlock: Sendable {
    let name: String
    let range: Range<Int>
    let indentation: [UInt8]
    /// Whether the first line is indented, because the block's own line was removed.
    let startsLine: Bool
    /// Whether the default's first line lost its blanks to the indentation.
    let leadsDefault: Bool
    /// The content that a replacement must not hold, because the block stands in an attribute or a title.
    let excludes: SpecialContent
    let place: String
}

/// A parsed template: flat tables, so that rendering walks arrays.
final class CompiledTemplate: Sendable {
    let name: String
    let source: SourceFile
    let index: Int
    let text: [UInt8]
    let nodes: [TemplateNode]
    /// The parts of all references' names.
    let names: [TemplateName]
    let references: [NameReference]
    let inclusions: [Inclusion]
    let blocks: [TemplateBlock]

    init(
        name: String,
        source: SourceFile,
        index: Int,
        text: [UInt8],
        nodes: [TemplateNode],
        names: [TemplateName],
        references: [NameReference],
        inclusions: [Inclusion],
        blocks: [TemplateBlock]
    ) {
        self.name = name
        self.source = source
        self.index = index
        self.text = text
        self.nodes = nodes
        self.names = names
        self.references = references
        self.inclusions = inclusions
        self.blocks = blocks
    }

    /// The name of a reference.
    func path(of reference: NameReference) -> NamePath { NamePath(Array(names[reference.names])) }
}
