import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

extension DiagnosticFormat: ExpressibleByArgument {}

/// The options of every command that reads a newsroom.
struct NewsroomOptions: ParsableArguments {
    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("How findings are printed: text, json, sarif or github.", valueName: "format"))
    var format = DiagnosticFormat.text

    @Flag(name: [.short, .long], help: "Print findings of error severity only, and no summary.")
    var quiet = false

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    /// What the pipeline is asked, from these options.
    /// - Parameter start: where the search for a newsroom begins when no folder was named.
    func request(
        includesDrafts: Bool = false,
        keepsGoing: Bool = false,
        from start: String = "."
    ) throws -> Request {
        let folder = try place.folder(from: start)
        return Request(
            folder: folder,
            today: try CommandDay.today(typed: today, zone: SiteSettings.timeZone(in: folder)),
            includesDrafts: includesDrafts,
            keepsGoing: keepsGoing,
            remembering: SignatureMemory(of: folder.root)
        )
    }
}

extension NewsroomOptions {
    /// The way to the terminal for findings on a newsroom.
    func console(for folder: FileTree) -> Console {
        Console(format: format, isQuiet: quiet, place: NewsroomPlace.repository(of: folder))
    }
}

/// Something that stops a command and is about no file of the newsroom: printed in one line, exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
