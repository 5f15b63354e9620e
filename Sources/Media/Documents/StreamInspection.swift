/// Looks for the usual places of metadata in recordings that are streams: MP3, Ogg, WAV and WebM.
enum StreamInspection {
    static func inspect(_ bytes: [UInt8], as format: MediaFormat) -> CleanedMedia {
        var media = CleanedMedia()
        switch format {
        case .mp3:
            if bytes.holds("ID3") || bytes.holds("TAG", at: bytes.count - 128) { media.stays.append("ID3") }
            if bytes.first("APETAGEX") != nil { media.stays.append("an APE tag") }
        case .wav:
            if bytes.first("LIST") != nil { media.stays.append("a list of information") }
            if bytes.first("id3 ") != nil { media.stays.append("ID3") }
            if bytes.first("bext") != nil { media.stays.append("a broadcast header") }
        default: media.stays.append("the notes of the program that made it")
        }
        return media
    }
}
