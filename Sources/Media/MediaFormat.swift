/// The formats of the files that media may have.
package enum MediaFormat: String, Hashable, Sendable, CaseIterable {
    case jpeg, png, gif, webp, avif, svg, pdf, mp3, m4a, ogg, wav, mp4, webm

    /// What a file of the format is to readers.
    package enum Family: Hashable, Sendable {
        case image, audio, video, document
    }

    /// The way in which a format is shown.
    package var family: Family {
        switch self {
        case .jpeg, .png, .gif, .webp, .avif, .svg: .image
        case .pdf: .document
        case .mp3, .m4a, .ogg, .wav: .audio
        case .mp4, .webm: .video
        }
    }

    /// The format's name for messages.
    package var name: String {
        switch self {
        case .jpeg: "a JPEG picture"
        case .png: "a PNG picture"
        case .gif: "a GIF picture"
        case .webp: "a WebP picture"
        case .avif: "an AVIF picture"
        case .svg: "an SVG drawing"
        case .pdf: "a PDF document"
        case .mp3: "an MP3 recording"
        case .m4a: "an M4A recording"
        case .ogg: "an Ogg recording"
        case .wav: "a WAV recording"
        case .mp4: "an MP4 video"
        case .webm: "a WebM video"
        }
    }

    /// The ending of files that go out.
    package var ending: String { self == .jpeg ? "jpg" : rawValue }

    /// The media type (RFC 6838), as feeds and data name it.
    package var mediaType: String {
        switch self {
        case .jpeg, .png, .gif, .webp, .avif: "image/" + rawValue
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .mp3: "audio/mpeg"
        case .m4a: "audio/mp4"
        case .ogg, .wav: "audio/" + rawValue
        case .mp4, .webm: "video/" + rawValue
        }
    }

    /// The format that the ending of a file's name promises; nil for an ending that no medium has.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        switch ending {
        case "jpg", "jpeg", "jpe": self = .jpeg
        case "oga", "opus": self = .ogg
        case "m4v": self = .mp4
        default:
            guard let format = Self(rawValue: ending) else { return nil }
            self = format
        }
    }

    /// The format of a file by its first bytes; nil for one that no medium has.
    package init?(magic bytes: [UInt8]) {
        func has(_ text: StaticString, at offset: Int = 0) -> Bool { bytes.holds(text, at: offset) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: PNGCleaner.signature) {
            self = .png
        } else if has("GIF87a") || has("GIF89a") {
            self = .gif
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .webp
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("ftypavif", at: 4) || has("ftypavis", at: 4) {
            self = .avif
        } else if has("ftypM4A", at: 4) {
            self = .m4a
        } else if has("ftyp", at: 4), !has("ftyphe", at: 4), !has("ftypmif", at: 4) {
            self = .mp4
        } else if has("%PDF-") {
            self = .pdf
        } else if has("OggS") {
            self = .ogg
        } else if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .webm
        } else if has("ID3") || (bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2) {
            self = .mp3
        } else if SVGCleaner.looksLikeSVG(bytes) {
            self = .svg
        } else {
            return nil
        }
    }
}
