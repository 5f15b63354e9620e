import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Stamps

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Proves what was approved, by whom, and that nothing changed since. Nothing on the network is asked.",
        discussion: """
            Verifies chains, digests and signatures of a newsroom's folder, or of a published site's \
            (`assay verify _site`): there also that its files are those of its list, and that data and pages say what was \
            approved. Exits with 1 when something does not hold.

            A line of content/allowed_signers is: PROFILE namespaces="assay" ssh-ed25519 AAAA…
            """
    )

    @Argument(
        help: ArgumentHelp(
            "A newsroom's folder, or a published site's; this folder if left out.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var verified: String?

    @OptionGroup var place: NewsroomPlace
    @OptionGroup var captures: CapturedFileOptions

    @Option(help: ArgumentHelp("The format of findings.", valueName: "format"))
    var format = DiagnosticFormat.text

    @Option(
        help: ArgumentHelp(
            "Trusted keys for a published site, instead of those in its folder. Every journal line must then be signed with one of them.",
            valueName: "file"
        ),
        completion: .file()
    )
    var signers: String?

    @Option(
        help: ArgumentHelp(
            "Trusted certificates of time-stamp authorities, as PEM, instead of those in the folder.",
            valueName: "file"
        ),
        completion: .file()
    )
    var roots: String?

    @Option(
        help: ArgumentHelp(
            "Headers of Bitcoin's blocks, `HEIGHT HEADER` a line, with which proofs of OpenTimestamps are compared.",
            valueName: "file"
        ),
        completion: .file()
    )
    var blockHeaders: String?

    @Flag(name: [.short, .long], help: "Print findings of error severity only, and no summary.")
    var quiet = false

    func run() async throws {
        let place = try namedPlace()
        let folder = try place.folder()
        var verification: Verification
        let (roots, headers) = (try roots.map(SystemRoots.read(named:)), try headers())
        if Verification.isPublishedSite(folder) {
            verification = await Verification.run(
                published: folder,
                signers: try keys(),
                roots: roots,
                headers
            )
        } else {
            if signers != nil {
                throw ValidationError("--signers is for a published site, and `\(place.name)` is none")
            }
            // Every captured file is read and hashed, whatever is remembered of it.
            let room = try await DeskRoom.open(
                place,
                remembering: CaptureMemory(of: folder.root, trustingStamps: false),
                requiringFiles: captures.requireFiles,
                roots: roots
            )
            verification = Verification.run(
                room.desk,
                room.newsroom,
                in: folder,
                with: room.loaded.captureErrors
            )
            verification.verify(
                room.stamps,
                room.desk,
                room.newsroom.captures.lock,
                in: folder,
                headers: headers
            )
        }
        let console = Console(format: format, isQuiet: quiet)
        console.print(Report(verification))
        for note in verification.notes { console.say(TerminalText.safe("note: \(note)")) }
        console.say(
            "verified \(Self.count(verification.journalCount, "journal")) with "
                + "\(Self.count(verification.lineCount, "line")), \(Self.count(verification.versionCount, "text")), "
                + Self.count(verification.signatureCount, "signature")
                + (verification.captureCount > 0
                    ? ", \(Self.count(verification.captureCount, "capture"))" : "")
                + (verification.stampCount > 0
                    ? ", \(Self.count(verification.stampCount, "time stamp"))" : "")
                + ": "
                + (verification.isSound ? "all hold" : FindingCounts(verification.diagnostics).sentence)
        )
        if !verification.isSound { throw ExitCode.failure }
    }

    /// The folder that was named, as the argument or with `-C`; this one if none was.
    private func namedPlace() throws -> NewsroomPlace {
        guard let verified else {
            return place.directory == nil ? try NewsroomPlace.parse(["-C", "."]) : place
        }
        guard place.directory == nil else {
            throw ValidationError("`\(verified)` and `-C \(place.name)` name two folders; write one of them")
        }
        return try NewsroomPlace.parse(["-C", verified])
    }

    /// The contents of the file named with `--signers`; nil without it.
    private func keys() throws(CommandFailure) -> [UInt8]? {
        guard let signers else { return nil }
        let path = signers.hasPrefix("/") ? signers : "./" + signers
        do throws(FileProblem) {
            return try StoredFile.contents(of: path, limit: AllowedSigners.sizeLimit)
        } catch {
            throw CommandFailure(TerminalText.safe("the file of keys `\(signers)` cannot be read: \(error)"))
        }
    }

    /// The headers in the file named with `--block-headers`; nil without it.
    private func headers() throws(CommandFailure) -> BlockHeaders? {
        guard let blockHeaders else { return nil }
        let path = blockHeaders.hasPrefix("/") ? blockHeaders : "./" + blockHeaders
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try StoredFile.contents(of: path, limit: BlockHeaders.sizeLimit)
        } catch {
            throw CommandFailure("the file of headers `\(blockHeaders)` cannot be read: \(error)")
        }
        do throws(BlockHeaders.BadLine) {
            return try BlockHeaders(bytes)
        } catch {
            throw CommandFailure(
                "`\(blockHeaders)`, line \(error.number): this is no height with the 160 hexadecimal digits of a header"
            )
        }
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}
