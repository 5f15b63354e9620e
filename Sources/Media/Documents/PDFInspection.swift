/// Looks through a PDF document. Its metadata are spread over the file, and Assay does not take them out.
enum PDFInspection {
    /// The words that announce what a document holds besides its pages.
    private static let words: [(word: StaticString, meaning: String)] = [
        ("/Info", "the document's information, such as its author"), ("/Metadata", "XMP"),
        ("/PieceInfo", "a program's private data"),
        ("/ObjStm", "compressed objects, which may hold metadata"),
        ("/EmbeddedFile", "files within it"), ("/JavaScript", "scripts"),
    ]

    static func inspect(_ file: inout MediaReader) throws(MediaProblem) -> CleanedMedia {
        guard try file.first("%%EOF", in: max(0, file.count - 2048)..<file.count) != nil else {
            throw .truncated
        }
        let counts = try file.counts(of: words.map(\.word) + ["%%EOF"])
        var media = CleanedMedia()
        media.stays = zip(words, counts).filter { $1 > 0 }.map(\.0.meaning)
        // A linearised document ends twice; any other end is that of a state before the last change.
        let isLinear = try file.first("/Linearized", in: 0..<min(1024, file.count)) != nil
        if (counts.last ?? 0) > (isLinear ? 2 : 1) { media.stays.append("an earlier state of the document") }
        return media
    }
}
