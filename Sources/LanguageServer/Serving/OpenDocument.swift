import Diagnostics
import LanguageProtocol

/// A document that an editor has open.
struct OpenDocument: Sendable {
    /// The address, as the client writes it.
    let address: String
    /// The client's number of the text.
    var version: Int
    /// The text as the client has it, which may begin with a byte order mark; its path is relative to the newsroom's folder.
    var written: SourceFile { didSet { file = written.withoutMark } }
    /// The text without the mark, as files are read.
    private(set) var file: SourceFile
    /// The newsroom that it belongs to.
    let newsroom: ServedNewsroom

    init(address: String, version: Int, _ written: SourceFile, in newsroom: ServedNewsroom) {
        self.address = address
        self.version = version
        self.written = written
        file = written.withoutMark
        self.newsroom = newsroom
    }

    /// Whether the text begins with a byte order mark.
    var hasMark: Bool { markLength > 0 }

    private var markLength: Int { written.bytes.count - file.bytes.count }

    /// The byte at a position.
    func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
        max(0, written.offset(of: position, encoding) - markLength)
    }

    /// The bytes between two positions.
    func range(_ value: JSONValue?, _ encoding: PositionEncoding) -> Range<Int>? {
        written.range(value, encoding).map { range in
            max(0, range.lowerBound - markLength)..<max(0, range.upperBound - markLength)
        }
    }

    /// A range of bytes in a message.
    func json(_ range: Range<Int>, _ encoding: PositionEncoding) -> JSONValue {
        written.json(range.lowerBound + markLength..<range.upperBound + markLength, encoding)
    }
}

extension SourceFile {
    /// The text without the byte order mark that it may begin with.
    fileprivate var withoutMark: SourceFile {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.starts(with: mark)
            ? SourceFile(path: path, bytes: Array(bytes.dropFirst(mark.count))) : self
    }
}

/// The documents that an editor has open, by their addresses.
struct OpenDocuments: Sendable {
    private(set) var all: [String: OpenDocument] = [:]

    /// The largest text, which is that of files on the disk.
    static let sizeLimit = 16 * 1024 * 1024

    subscript(address: String) -> OpenDocument? {
        get { all[address] }
        set { all[address] = newValue }
    }

    /// The document with a path in a newsroom.
    func document(_ path: String, in newsroom: ServedNewsroom) -> OpenDocument? {
        all.values.first { $0.file.path == path && $0.newsroom === newsroom }
    }
}
