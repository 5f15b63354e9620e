import Diagnostics

/// A document that an editor has open.
struct OpenDocument: Sendable {
    /// The address, as the client writes it.
    let address: String
    /// The client's number of the text.
    var version: Int
    /// The text; its path is relative to the newsroom's folder.
    var file: SourceFile
    /// The newsroom that it belongs to.
    let newsroom: ServedNewsroom
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
