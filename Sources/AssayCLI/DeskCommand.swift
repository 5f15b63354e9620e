import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Foundation
import Newsroom
import Preview

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Opens the desk in the browser: what waits for you, and all that can be done with a claim.",
        discussion: """
            Everything that the desk's commands do, in forms: write and save records, submit, review, sign off, publish, \
            correct, retract. Only this computer can open it, and only with the address that is printed, which has a random \
            word in it. Ctrl-C stops it.
            """
    )

    @OptionGroup var options: NewsroomOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile; the one with git's user.email if left out.", valueName: "profile"),
        completion: .profiles
    )
    var person: String?

    @Option(
        help: ArgumentHelp(
            "Sign with this SSH key; git's user.signingKey if left out and the policy wants signatures.",
            valueName: "file"
        ),
        completion: .file()
    )
    var key: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The port; a free one from 8000 if left out.", valueName: "port")
    )
    var port: UInt16?

    @Flag(inversion: .prefixedNo, help: "Open the desk in the browser.")
    var open = true

    func run() async throws {
        let preview = try await OpenedPreview(options)
        if let person { _ = try await knownPerson(person, in: preview) }
        let desk = WritingDesk(preview.live, as: person, key: key, clock: .ofProcess)
        let server = try await PreviewPort(port).listen(preview.live, preview.console, desk: desk)
        let address = String(server.address.dropLast()) + desk.path
        preview.log.say("desk     \(address)")
        if open { Browser.open(address) }
        try await preview.serve(server)
    }

    /// The profile that was named: a mistake in it is told at once, and not on each page.
    private func knownPerson(_ name: String, in preview: OpenedPreview) async throws -> String {
        guard let newsroom = await preview.newsroom else { return name }
        do throws(Refusal) {
            return try await GitIdentity.profile(named: name, in: newsroom, folder: preview.folder.root)
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
