import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Newsroom
import Starter

struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Lists the claims that came in, and says what becomes of each.",
        discussion:
            "Without a subcommand it lists what is open: what was asked about most comes first, then the newest.",
        subcommands: [
            InboxList.self, InboxClaim.self, InboxAnswer.self, InboxDismiss.self, InboxReopen.self,
            InboxMerge.self,
        ],
        defaultSubcommand: InboxList.self
    )
}

struct InboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what came in, and what others ruled on it."
    )

    @Flag(help: "List what is answered or dismissed, too.")
    var all = false

    @Option(help: ArgumentHelp("How many at most; 0 for all of them.", valueName: "number"))
    var limit = 50

    @Option(help: ArgumentHelp("How it is printed: text or json.", valueName: "format"))
    var format = StatusCommand.Format.text

    @OptionGroup var place: NewsroomPlace

    func validate() throws {
        if limit < 0 { throw ValidationError("`--limit` is a number from 0") }
    }

    func run() async throws {
        let opened = try await place.open()
        let items = InboxWork.inOrder(opened.newsroom).filter { all || $0.isOpen }
        let shown = limit == 0 || format == .json ? items[...] : items.prefix(limit)
        switch format {
        case .json: Console.show(json: JSONValue.object(["items": .array(shown.map(\.json))]).text(.pretty))
        case .text:
            Console.show(shown.map(\.lines).joined().joined(separator: "\n"))
            let done = opened.newsroom.inbox.count { !$0.isOpen }
            Console.warn(
                "\(opened.newsroom.inbox.count - done) open, \(done) answered or dismissed"
                    + (shown.count < items.count ? "; \(shown.count) shown, `--limit 0` shows all" : "")
            )
        }
    }
}

extension InboxItem {
    /// The item in a list.
    fileprivate var lines: [String] {
        let times = count > 1 ? "\(count)× " : ""
        let said = [who?.value, made?.value.description].compactMap(\.self).joined(separator: ", ")
        let ruled = rulings.prefix(3).map { "\($0.rating ?? "?") (\($0.publisher ?? "?"))" }
        let fate = claim.map { "answered by \($0.value)" } ?? dismissed.map { "dismissed: \($0.value)" }
        return ["\(id)  \(times)“\(words.value)”"]
            + [
                said.isEmpty ? nil : "    \(said)",
                ruled.isEmpty
                    ? nil
                    : "    others: \(ruled.joined(separator: ", "))"
                        + (rulings.count > 3 ? " and \(rulings.count - 3) more" : ""),
                fate.map { "    \($0)" },
            ].compactMap(\.self)
    }

    fileprivate var json: JSONValue {
        .object([
            "id": .string(id), "words": .string(words.value), "who": who.map { .string($0.value) },
            "made": made.map { .string($0.value.description) },
            "seen": seen.map { .string($0.value.description) }, "count": .integer(count),
            "language": language.map { .string($0) }, "places": .strings(places.map(\.value)),
            "origins": .strings(origins.map(\.value)), "claim": claim.map { .string($0.value) },
            "dismissed": dismissed.map { .string($0.value) },
            "rulings": .array(
                rulings.map {
                    .object([
                        "publisher": $0.publisher.map { .string($0) },
                        "rating": $0.rating.map { .string($0) },
                        "url": $0.url.map { .string($0) }, "title": $0.title.map { .string($0) },
                        "date": $0.date.map { .string($0.value.description) },
                    ])
                }
            ),
        ])
    }
}

/// The work on one item.
struct InboxRoom {
    let opened: OpenedNewsroom

    init(_ place: NewsroomPlace) async throws { opened = try await place.open() }

    func item(_ typed: String) throws(CommandFailure) -> InboxItem {
        let id = RecordID.normalised(typed)
        if let item = opened.newsroom.inbox[id] { return item }
        let help = Suggestion.help(for: typed, among: opened.newsroom.inbox.ids)
        throw CommandFailure(
            "there is no item `\(typed)` in the inbox; \(help ?? "`assay inbox` lists them")"
        )
    }

    /// Writes new files and the new texts of records: all or none.
    /// - Parameter removed: the files that go away.
    func write(
        _ files: [NewFiles.File] = [],
        _ changes: [(record: any Record, text: [UInt8]?)],
        removing removed: [String] = []
    ) throws(CommandFailure) {
        var edited = EditedFiles(opened.folder)
        for (record, text) in changes {
            guard let text else {
                throw CommandFailure(
                    "nothing was written: the front matter of \(record.file.path) has a form that only a person can edit"
                )
            }
            do throws(EditProblem) {
                let whole = record.file.edit(
                    0..<record.file.bytes.count,
                    String(decoding: text, as: UTF8.self)
                )
                try edited.apply([whole]) { $0 == record.file.path ? record.file : nil }
            } catch { throw CommandFailure("nothing was written: \(error)") }
        }
        do throws(EditProblem) {
            try edited.apply(removed.map { .remove($0) }) { _ in nil }
        } catch { throw CommandFailure("nothing was written: \(error)") }
        let all = edited
        let problem: String?
        do throws(NewFilesProblem) {
            problem = try NewFiles.create(files, in: opened.folder.root) { () -> String? in
                do throws(EditProblem) {
                    try all.write()
                    return nil
                } catch { return "\(error)" }
            }
        } catch {
            switch error {
            case .taken(let paths): problem = "there is \(paths.joined(separator: ", ")) already"
            case .file(let path, let reason): problem = "`\(path)` cannot be made: \(reason)"
            }
        }
        if let problem { throw CommandFailure("nothing was written: \(problem)") }
    }
}
