import Diagnostics

/// A step of a compiled template; numbers are indices into the template's tables.
enum Node: Sendable {
    /// Bytes of the template's text.
    case text(start: Int, end: Int, startsLine: Bool)
    /// The start of a line that begins with a tag: where indentation goes.
    case lineStart
    case variable(Int)
    /// A section or an inverted section, whose body ends before `end`.
    case section(Int, end: Int)
    case inverted(Int, end: Int)
    case include(Int)
    /// A parent; the nodes up to `end` are the blocks it is given.
    case parent(Int, end: Int)
    /// A block; the nodes up to `end` are its default.
    case block(Int, end: Int)
}

/// A name that is looked up, where it stands, and how its text goes out.
///
/// Numbers alone, because rendering hands it around for every tag.
struct Reference: Sendable {
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
    /// What a parent's blocks are replaced with.
    var replacements: [Replacement] = []
}

/// What stands in a place that is meant for plain text, and so decides where a block may be shown.
struct Plainness: OptionSet, Sendable {
    let rawValue: UInt8
    /// `<`, or another template.
    static let markup = Plainness(rawValue: 1)
    static let doubleQuote = Plainness(rawValue: 2)
    static let singleQuote = Plainness(rawValue: 4)
}

/// A block's content as a child template gives it to a parent.
struct Replacement: Sendable {
    let name: String
    let range: Range<Int>
    let nodes: Range<Int>
    /// Whether the content begins with something to indent.
    let leads: Bool
    let holds: Plainness
}

/// A place that a child template may fill.
struct Block: Sendable {
    let name: String
    let range: Range<Int>
    let indentation: [UInt8]
    /// Whether indentation goes before the first line, because the block's own line was taken out.
    let startsLine: Bool
    /// Whether the default's first line misses its blanks, because they became the indentation.
    let leadsDefault: Bool
    /// What a replacement must not hold, because the block stands in an attribute or a title.
    let excludes: Plainness
    let place: String
}

/// A parsed template: flat tables, so that rendering walks arrays.
final class CompiledTemplate: Sendable {
    let name: String
    let source: SourceFile
    let index: Int
    let text: [UInt8]
    let nodes: [Node]
    /// The parts of all references' names.
    let names: [TemplateName]
    let references: [Reference]
    let inclusions: [Inclusion]
    let blocks: [Block]

    init(
        name: String,
        source: SourceFile,
        index: Int,
        text: [UInt8],
        nodes: [Node],
        names: [TemplateName],
        references: [Reference],
        inclusions: [Inclusion],
        blocks: [Block]
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
    func path(of reference: Reference) -> NamePath { NamePath(Array(names[reference.names])) }
}
