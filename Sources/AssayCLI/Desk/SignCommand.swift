import Addresses
import ArgumentParser
import Diagnostics
import Editorial
import Files

struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a published site: the list of all its files with their digests.",
        discussion: """
            Writes data/manifest.sha256.sig, with which `assay verify` and `ssh-keygen -Y verify` show that the site is \
            as it was built. Signs nothing when a file is not the one that was built. The next build that changes \
            something takes the signature away.
            """
    )

    @Argument(help: ArgumentHelp("The site's folder.", valueName: "dir"), completion: .directory)
    var directory = "_site"

    @Option(
        help: ArgumentHelp("Sign with this SSH key; git's user.signingKey if left out.", valueName: "file"),
        completion: .file()
    )
    var key: String?

    func run() async throws {
        let folder: FileTree
        do { folder = try FileTree(root: directory) } catch {
            throw CommandFailure(TerminalText.safe("the folder `\(directory)` cannot be used: \(error)"))
        }
        var signingKey = key.map(SigningKey.init)
        if signingKey == nil { signingKey = await GitIdentity.signingKey(in: folder.root) }
        guard let signingKey else {
            throw CommandFailure("name your SSH key with --key, or in git's user.signingKey")
        }
        do throws(Refusal) {
            let count = try await SiteManifest.sign(
                folder,
                with: signingKey,
                mayAsk: ProgramSurroundings.hasTerminal
            )
            Console.show("signed a list of \(count) files: \(Route.manifestSignature.path)")
        } catch {
            throw CommandFailure(TerminalText.safe("\(error)"))
        }
    }
}
