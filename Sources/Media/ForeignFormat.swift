/// A format that newsrooms get, and that media may not have: browsers do not show it.
package struct ForeignFormat: Sendable {
    /// Its name for messages.
    package let name: String
    /// The way to make a file that can be used, in one sentence; it names the file.
    package let advice: String

    /// A way in which other files are made.
    private enum Way {
        case picture, film, sound, document
    }

    private static let endings: [String: (name: String, way: Way)] = [
        "heic": ("an HEIC picture", .picture), "heif": ("an HEIF picture", .picture),
        "hif": ("an HEIF picture", .picture), "tif": ("a TIFF picture", .picture),
        "tiff": ("a TIFF picture", .picture), "bmp": ("a BMP picture", .picture),
        "jxl": ("a JPEG XL picture", .picture), "jp2": ("a JPEG 2000 picture", .picture),
        "mov": ("a QuickTime video", .film), "avi": ("an AVI video", .film),
        "mkv": ("a Matroska video", .film),
        "wmv": ("a Windows Media video", .film), "3gp": ("a 3GP video", .film),
        "mts": ("an AVCHD video", .film),
        "mpg": ("an MPEG video", .film), "mpeg": ("an MPEG video", .film), "flv": ("a Flash video", .film),
        "aac": ("an AAC recording", .sound), "flac": ("a FLAC recording", .sound),
        "wma": ("a Windows Media recording", .sound), "aif": ("an AIFF recording", .sound),
        "aiff": ("an AIFF recording", .sound), "amr": ("an AMR recording", .sound),
        "doc": ("a Word document", .document), "docx": ("a Word document", .document),
        "odt": ("an OpenDocument text", .document), "rtf": ("an RTF document", .document),
        "ppt": ("a PowerPoint presentation", .document), "pptx": ("a PowerPoint presentation", .document),
        "xls": ("an Excel sheet", .document), "xlsx": ("an Excel sheet", .document),
    ]

    /// The format that the ending of a file's name promises; nil for one that is not known.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: "."),
            let found = Self.endings[path[path.index(after: dot)...].lowercased()]
        else { return nil }
        let stem = path[..<dot]
        name = found.name
        advice =
            switch found.way {
            case .picture: "make a JPEG of it: `vips copy \(path) \(stem).jpg`"
            case .film: "make an MP4 of it: `ffmpeg -i \(path) \(stem).mp4`"
            case .sound: "make an MP3 of it: `ffmpeg -i \(path) \(stem).mp3`"
            case .document: "export it as PDF: `soffice --convert-to pdf \(path)`"
            }
    }
}
