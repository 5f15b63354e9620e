import Assay
import Diagnostics
import Files
import LanguageProtocol
import Newsroom

/// A request about a document, with what is needed to answer it.
struct Question: Sendable {
    /// The parameters.
    let params: JSONValue
    /// The document, as it was when the request came.
    let document: OpenDocument
    /// All open documents then.
    let documents: OpenDocuments
    /// The client.
    let client: ClientAbilities
    /// The page of all rules on the web; nil if there is none.
    let rulesPage: String?

    /// The document's text.
    var file: SourceFile { document.file }
    /// The document's newsroom.
    var newsroom: ServedNewsroom { document.newsroom }

    /// The byte at the position of the request.
    func offset() throws(CallFailure) -> Int {
        guard let position = TextPosition(params["position"]) else {
            throw CallFailure(.invalidParams, "there is no position")
        }
        return document.offset(of: position, client.encoding)
    }

    /// The bytes of the range of the request; nil if there is none.
    var range: Range<Int>? { document.range(params["range"], client.encoding) }

    /// A range of the document in a message.
    func json(_ range: Range<Int>) -> JSONValue { document.json(range, client.encoding) }

    /// The addresses and positions of places.
    var places: Places { Places(newsroom, documents, client.encoding) }
}

/// Places in files, as messages have them.
struct Places: Sendable {
    let newsroom: ServedNewsroom
    let documents: OpenDocuments
    let encoding: PositionEncoding

    init(_ newsroom: ServedNewsroom, _ documents: OpenDocuments, _ encoding: PositionEncoding) {
        self.newsroom = newsroom
        self.documents = documents
        self.encoding = encoding
    }

    /// The address of a file: that of the open document, as the client wrote it, or else one of its own.
    func address(of path: String) -> String {
        documents.document(path, in: newsroom)?.address
            ?? DocumentAddress.address(of: newsroom.path == "/" ? "/" + path : newsroom.path + "/" + path)
    }

    /// The version of a file; nil if it is not open.
    func version(of path: String) -> Int? { documents.document(path, in: newsroom)?.version }

    /// A range of a file in a message.
    func json(_ range: Range<Int>, in file: SourceFile) -> JSONValue {
        guard let document = documents.document(file.path, in: newsroom), document.hasMark,
            document.file.bytes == file.bytes
        else { return file.json(range, encoding) }
        return document.json(range, encoding)
    }

    /// A place in a message.
    func location(_ range: Range<Int>, in file: SourceFile) -> JSONValue {
        ["uri": .string(address(of: file.path)), "range": json(range, in: file)]
    }
}
