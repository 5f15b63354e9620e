/// Looks for the usual places of metadata in recordings that are streams: MP3, Ogg, WAV and WebM.
enum StreamInspection {
    static func inspect(_ file: inout MediaReader, as format: MediaFormat) throws(MediaProblem)
        -> CleanedMedia
    {
        var media = CleanedMedia()
        switch format {
        case .mp3:
            let hasStart = try file.holds("ID3")
            let hasEnd = try file.holds("TAG", at: file.count - 128)
            if hasStart || hasEnd { media.stays.append("ID3") }
            if try file.first("APETAGEX", in: 0..<file.count) != nil { media.stays.append("an APE tag") }
        case .wav:
            media.stays = try chunks(ofWave: &file).filter { !sound.contains($0) }.map { "a chunk `\($0)`" }
        default: media.stays.append("the notes of the program that made it")
        }
        return media
    }

    /// The chunks that sound is made from.
    private static let sound: Set<String> = ["fmt ", "fact", "data"]
    /// More chunks than any program writes.
    private static let chunkLimit = 10_000

    /// The names of a WAV file's chunks (RIFF), in order.
    private static func chunks(ofWave file: inout MediaReader) throws(MediaProblem) -> [String] {
        var names: [String] = []
        var position = 12
        while position + 8 <= file.count {
            let name = try file.name(at: try file.part(position, length: 4))
            let length = try file.little(4, at: position + 4)
            names.append(name)
            guard names.count <= chunkLimit else { throw .malformed("it has too many chunks") }
            // A recording that was broken off says that its sound is longer than the file.
            if name == "data", length > file.count - position - 8 { break }
            position = try file.part(position + 8, length: length).upperBound + length % 2
        }
        return names
    }
}
