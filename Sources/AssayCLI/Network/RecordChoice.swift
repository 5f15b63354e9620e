import ArgumentParser
import Captures
import Capturing
import Newsroom

/// The records that a command goes to: those that are named, or all.
struct RecordChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Sources by id, and articles as `article:ID`.", valueName: "source"),
        completion: .sources
    )
    var sources: [String] = []

    @Flag(help: "All sources and articles with an address.")
    var all = false

    /// The chosen records.
    func subjects(in choice: CaptureChoice, _ newsroom: Newsroom) throws -> [CaptureChoice.Subject] {
        if all {
            guard sources.isEmpty else {
                throw ValidationError("`--all` names all sources; leave the others out")
            }
            return choice.all
        }
        let documents = CapturedDocuments(newsroom)
        var seen: Set<CapturedRecord> = []
        return try sources.map { try documents.document($0) }.filter { seen.insert($0.captured).inserted }
            .map { document in
                guard let subject = CaptureChoice.Subject(document) else {
                    throw CommandFailure("\(document.file.path) has no `url`, so there is nothing to ask")
                }
                return subject
            }
    }
}
