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

    @Option(help: ArgumentHelp("The format of findings.", valueName: "format"))
    var format = DiagnosticFormat.text

    @Flag(name: [.short, .long], help: "Print findings of error severity only, and no summary.")
    var quiet = false

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    /// The pipeline's request that these options describe.
    /// - Parameter start: the folder where the search for a newsroom begins, unless `-C` names one.
    func request(
        includesDrafts: Bool = false,
        keepsGoing: Bool = false,
        restoresCache: Bool = false,
        requiring files: CapturedFileOptions? = nil,
        from start: String = "."
    ) throws -> Request {
        let folder = try place.folder(from: start)
        return Request(
            folder: folder,
            today: try CommandDay.today(typed: today, zone: SiteSettings.timeZone(in: folder)),
            includesDrafts: includesDrafts,
            keepsGoing: keepsGoing,
            restoresCache: restoresCache,
            requiresFiles: files?.requireFiles ?? false,
            remembering: SignatureMemory(of: folder.root),
            CaptureMemory(of: folder.root)
        )
    }
}

/// The option of the commands that compare captures.
struct CapturedFileOptions: ParsableArguments {
    @Flag(help: "Take a capture that is in the lock and not in this folder for an error.")
    var requireFiles = false
}

extension NewsroomOptions {
    /// A console in the chosen format, for the findings of one newsroom.
    func console(for folder: FileTree) -> Console {
        Console(format: format, isQuiet: quiet, place: NewsroomPlace.repository(of: folder))
    }
}

/// A failure that stops a command, outside the newsroom's files: printed in one line, exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
