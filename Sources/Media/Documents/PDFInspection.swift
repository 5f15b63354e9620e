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
        return media
    }
}
