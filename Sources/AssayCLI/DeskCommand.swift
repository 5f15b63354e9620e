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

    @Argument(
        help: ArgumentHelp(
            "A claim's id, to begin at its page; at your work if left out.",
            valueName: "claim"
        ),
        completion: .claims
    )
    var claim: String?

    @OptionGroup var options: NewsroomOptions

    @OptionGroup var signer: SignerOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The port; a free one from 8000 if left out.", valueName: "port")
    )
    var port: UInt16?

    @Flag(inversion: .prefixedNo, help: "Open the desk in the browser.")
    var open = true

    func run() async throws {
        let preview = try await OpenedPreview(options)
        if let person = signer.person { _ = try await knownPerson(person, in: preview) }
        let desk = WritingDesk(preview.live, as: signer.person, key: signer.key, clock: .ofProcess)
        let server = try await PreviewPort(port).listen(preview.live, preview.console, desk: desk)
        let address = String(server.address.dropLast()) + desk.path(ofClaim: claim)
        preview.log.say("desk     \(address)")
        if open { Browser.open(address) }
        try await preview.serve(server)
    }

    /// Opens the page of a claim, for a command of the desk.
    static func run(at claim: String, _ options: DeskOptions) async throws {
        var arguments = [claim]
        if let folder = options.place.directory { arguments += ["-C", folder] }
        if let person = options.person { arguments += ["--as", person] }
        if let key = options.key { arguments += ["--key", key] }
        try await DeskCommand.parse(arguments).run()
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
