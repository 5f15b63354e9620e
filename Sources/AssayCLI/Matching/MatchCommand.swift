import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Matching
import Newsroom
import Starter

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Says which claims the newsroom has ruled on that are like a sentence, and why.",
        discussion: """
            The best come first, each with how sure the match is (likely or possible), the words that agree, the numbers, dates, \
            names and negations that differ, and what was ruled. Exits with 0 when a claim is like a sentence, with 3 when none \
            is, and with 1 when it cannot say.

            Examples: `assay match "The earth is flat"`, `assay match --file speech.txt`, `assay match --article daily-report`, \
            `assay match --inbox`.
            """
    )

    @Argument(help: ArgumentHelp("The sentence.", valueName: "sentence"))
    var sentence: String?

    @OptionGroup var text: TextOptions

    @Flag(help: "Every open item of the inbox.")
    var inbox = false

    @Option(
        help: ArgumentHelp("The largest number of claims for a sentence, from 1 to 20.", valueName: "count")
    )
    var limit = 5

    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("How it is printed: text or json.", valueName: "format"))
    var format = StatusCommand.Format.text

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    /// The exit status when no claim is like any sentence.
    private static let noneStatus: Int32 = 3

    func validate() throws {
        if inbox {
            guard sentence == nil, text.isEmpty else {
                throw ValidationError("--inbox stands alone: no sentence, --file or --article beside it")
            }
        } else {
            try text.validate(sentence)
        }
        guard (1...20).contains(limit) else { throw ValidationError("--limit is from 1 to 20") }
    }

    func run() async throws {
        let folder = try place.folder()
        let sentences = try await sentences(in: folder)
        guard let index = await ClaimIndexFile.index(of: folder) else {
            throw CommandFailure("the newsroom in `\(place.name)` cannot be read; `assay check` says why")
        }
        let answers = await AnsweredSentence.answers(to: sentences, in: index, limit: limit)
        let found = answers.filter { !$0.matches.isEmpty }
        // Of one sentence "none" is the answer; of a long text nobody wants to read it a thousand times.
        let shown = sentence == nil ? found : answers
        switch format {
        case .json:
            let value: JSONValue = .object([
                "claims": .integer(index.count), "sentences": .integer(answers.count),
                "answers": .array(shown.map(\.json)),
            ])
            Console.show(json: value.text(.pretty))
        case .text:
            let day = try CommandDay.today(typed: today, zone: SiteSettings.timeZone(in: folder))
            let console = Console(format: .text, isQuiet: false)
            console.show { style in
                shown.map { $0.lines(on: day, style).joined(separator: "\n") + "\n" }.joined(separator: "\n")
            }
            if sentence == nil { console.say(Self.summary(answers, index)) }
        }
        // Exits without freeing the index, as other commands do.
        Foundation.exit(found.isEmpty ? Self.noneStatus : EXIT_SUCCESS)
    }

    private func sentences(in folder: FileTree) async throws -> [AskedSentence] {
        if let sentence {
            let asked = AskedSentence(sentence)
            if asked.text.isEmpty { throw CommandFailure("the sentence is empty") }
            return [asked]
        }
        if inbox {
            let items = InboxWork.inOrder(try await place.open().newsroom).filter(\.isOpen)
            return items.map { AskedSentence($0.words.value, at: $0.id) }.filter { !$0.text.isEmpty }
        }
        return try await text.sentences(in: folder, place)
    }

    private static func summary(_ answers: [AnsweredSentence], _ index: ClaimIndex) -> String {
        let likely = answers.count { $0.matches.first?.certainty == .likely }
        let possible = answers.count { $0.matches.first?.certainty == .possible }
        let sentences = answers.count == 1 ? "1 sentence" : "\(answers.count) sentences"
        let claims = index.count == 1 ? "1 claim" : "\(index.count) claims"
        return
            "\(sentences) against \(claims): \(likely) likely, \(possible) possible, \(answers.count - likely - possible) none"
    }
}
