/// The elements that are open at the current node.
struct OpenElements {
    var blockDepth = 0
    var quoteDepth = 0
    var inlineDepth = 0
    var block = OpenBlock()
    /// The level of the open heading; 0 outside headings.
    var heading = 0
    var link: OpenLink?
    var image: OpenImage?
    /// The number of images before the open paragraph, if that holds media and nothing else.
    var firstFigure: Int?
    /// Whether the open paragraph holds media and nothing else.
    var isFigures: Bool { firstFigure != nil }
    var bracket: OpenBracket?
}

/// The state of the leaf whose words are written: a paragraph, a heading, a cell.
struct LeafState {
    var marks: LeafMarks = []
    /// The position where a task's box may stand.
    var taskStart: Int?
    /// The starts (true) and ends (false) of struck text.
    var strikes: [Int: Bool] = [:]
    /// The search for rows of tildes; nil unless the leaf is only searched.
    var search: TildeSearch?
    /// The open emphases, in a leaf with asterisks in words.
    var emphases: [OpenEmphasis] = []
    /// The positions of `==`.
    var highlights: [Int] = []
    /// The line that is reported for positions that cannot be found.
    var line = 0..<0
}

/// The tables of the text, and which comes next.
struct TableQueue {
    var tables: [PipeTable] = []
    var next = 0
    var nextCell: CmarkNode?
    var cellsToAdd = TableSyntax.maximumOfAddedCells
}

/// A finished top-level block, with its ranges in the file, the HTML and the plain text.
struct WrittenBlock {
    let kind: MarkdownBlock.Kind
    let range: Range<Int>
    let wordsRange: Range<Int>
    let html: Range<Int>
    let plain: Range<Int>
}

/// The top-level block that is being written.
struct OpenBlock {
    var html = 0
    var plain = 0
    var locator: String?
    /// The end of the last paragraph before the locator.
    var wordsEnd: Int?
}

/// The link that is being written. Links do not nest: an autolink inside it, which libcmark allows, gives
/// only its words.
struct OpenLink {
    enum Kind {
        case plain
        case record(index: Int, kind: String, id: String, fragment: String?)
        case unsafe
    }

    let kind: Kind
    let address: [UInt8]
    /// Where it starts in the leaf.
    let start: Int
    /// The starts of the links that are open inside it.
    var inner: [Int] = []
}

/// The image whose alternative text is being collected; images inside it give words only.
struct OpenImage {
    let start: Int
    var alternative: [UInt8] = []
    /// The starts of the links and images that are open inside it.
    var inner: [Int] = []
}

/// An opening bracket that may turn out to start a citation.
struct OpenBracket {
    /// Its offset in the HTML, in the plain text and in the leaf.
    let html: Int
    let plain: Int
    let leaf: Int
    /// The number of open emphases around it; the closing bracket must stand in the same.
    let depth: Int
    /// The number of mentions and links before it.
    let mentions: Int
    let links: Int
}

extension CmarkNode.Kind {
    var isBlock: Bool { rawValue <= Self.thematicBreak.rawValue }
}

/// A search for rows of tildes in the words of one block.
struct TildeSearch {
    var rows: [StrikeSyntax.Row] = []
    /// The numbers of the emphases and links that are open.
    var containers: [Int] = []
    /// The number of emphases and links opened so far.
    var count = 0

    mutating func open() {
        count += 1
        containers.append(count)
    }

    mutating func close() { _ = containers.popLast() }
}

/// An emphasis that is being written, in a leaf that has asterisks in words.
struct OpenEmphasis {
    /// Where it starts in the leaf.
    let start: Int
    /// Whether the row of asterisks that it starts with stands between two letters or digits.
    let isInWord: Bool
}
