import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Proves what was approved, by whom, and that nothing changed since. Nothing on the network is asked.",
        discussion: """
            Verifies chains, digests and signatures of a newsroom's folder, or of a published site's \
            (`assay verify _site`). Exits with 1 when something does not hold.
            """
    )

    @Argument(help: ArgumentHelp("A newsroom's folder, or a published site's.", valueName: "dir"))
    var directory = "."

    @Option(help: ArgumentHelp("How findings are printed: text, json, sarif or github.", valueName: "format"))
    var format = DiagnosticFormat.text

    func run() async throws {
        let place = try NewsroomPlace.parse(["-C", directory])
        let folder = try place.folder()
        let verification: Verification
        if Verification.isPublishedSite(folder) {
            do throws(Verification.NotVerifiable) {
                verification = try await Verification.run(published: folder)
            } catch {
                throw CommandFailure("`\(directory)` cannot be verified: \(error)")
            }
        } else if Verification.isSiteWithoutJournals(folder) {
            throw CommandFailure(
                "`\(directory)` is a site without \(PublishedFiles.list): nothing in it was published through a journal, "
                    + "or that file was taken away"
            )
        } else {
            let room = try await DeskRoom.open(place)
            let snapshots = room.loaded.diagnostics.filter { $0.rule == "broken-snapshot" }
            verification = await Verification.run(room.desk, room.newsroom, in: folder, with: snapshots)
        }
        let console = Console(format: format, isQuiet: false)
        console.print(Report(verification))
        console.say(
            "verified \(Self.count(verification.journalCount, "journal")) with "
                + "\(Self.count(verification.lineCount, "line")), \(Self.count(verification.versionCount, "text")), "
                + "\(Self.count(verification.signatureCount, "signature")): "
                + (verification.isSound ? "all hold" : FindingCounts(verification.diagnostics).sentence)
        )
        if !verification.isSound { throw ExitCode.failure }
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}
