/// Looks through a PDF document. Its metadata are spread over the file, and Assay does not take them out.
enum PDFInspection {
    static func inspect(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        let tail = max(0, bytes.count - 2048)..<bytes.count
        guard bytes.first("%%EOF", in: tail) != nil else { throw .truncated }
        var media = CleanedMedia()
        if bytes.first("/Info") != nil {
            media.stays.append("the document's information, such as its author")
        }
        if bytes.first("/Metadata") != nil { media.stays.append("XMP") }
        if bytes.first("/PieceInfo") != nil { media.stays.append("a program's private data") }
        if bytes.first("/ObjStm") != nil { media.stays.append("compressed objects, which may hold metadata") }
        if bytes.first("/EmbeddedFile") != nil { media.stays.append("files within it") }
        if bytes.first("/JavaScript") != nil { media.stays.append("scripts") }
        // A linearised document ends twice; any other end is that of a state before the last change.
        if ends(in: bytes) > (bytes.first("/Linearized", in: 0..<1024) == nil ? 1 : 2) {
            media.stays.append("an earlier state of the document")
        }
        return media
    }

    private static func ends(in bytes: [UInt8]) -> Int {
        var count = 0
        var offset = 0
        while let place = bytes.first("%%EOF", in: offset..<bytes.count) {
            count += 1
            offset = place + 5
        }
        return count
    }
}
