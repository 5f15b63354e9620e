/// Looks for the usual places of metadata in recordings that are streams: MP3, Ogg, WAV and WebM.
enum StreamInspection {
    static func inspect(_ bytes: [UInt8], as format: MediaFormat) throws(MediaProblem) -> CleanedMedia {
        var media = CleanedMedia()
        switch format {
        case .mp3:
            if bytes.holds("ID3") || bytes.holds("TAG", at: bytes.count - 128) { media.stays.append("ID3") }
            if bytes.first("APETAGEX") != nil { media.stays.append("an APE tag") }
        case .wav:
            media.stays = try chunks(ofWave: bytes).filter { !sound.contains($0) }.map { "a chunk `\($0)`" }
        default: media.stays.append("the notes of the program that made it")
        }
        return media
    }

    /// The chunks that sound is made from.
    private static let sound: Set<String> = ["fmt ", "fact", "data"]

    /// The names of a WAV file's chunks (RIFF), in order.
    private static func chunks(ofWave bytes: [UInt8]) throws(MediaProblem) -> [String] {
        var names: [String] = []
        var position = 12
        while position + 8 <= bytes.count {
            let name = bytes.name(at: try bytes.part(position, length: 4))
            let length = try bytes.little(4, at: position + 4)
            names.append(name)
            // A recording that was broken off says that its sound is longer than the file.
            if name == "data", length > bytes.count - position - 8 { break }
            position = try bytes.part(position + 8, length: length).upperBound + length % 2
        }
        return names
    }
}
