import ArgumentParser
import Assay
import Capturing
import Newsroom

/// The options of what `assay capture` fetches beside the page.
struct FetchOptions: ParsableArguments {
    @Flag(name: .customLong("no-requisites"), help: "Leave out style sheets, pictures, scripts and frames.")
    var leavesOutRequisites = false

    @Flag(
        name: .customLong("no-baseline"),
        help: "Do not ask twice. The second answer tells what changes by itself, such as clocks."
    )
    var leavesOutBaseline = false

    @Option(help: ArgumentHelp("The most style sheets, pictures, scripts and frames.", valueName: "number"))
    var maxRequisites = 128

    @Option(help: ArgumentHelp("The largest capture.", valueName: "MiB"))
    var maxCapture = 256

    @Option(help: ArgumentHelp("How many pages are captured at once.", valueName: "number"))
    var jobs = 4

    func validate() throws {
        guard (0...10_000).contains(maxRequisites) else {
            throw ValidationError("--max-requisites is from 0 to 10000")
        }
        guard (1...4096).contains(maxCapture) else {
            throw ValidationError("--max-capture is from 1 to 4096")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs is from 1 to 64") }
    }

    /// What is fetched, and how much of it.
    func settings(for newsroom: Newsroom) -> CaptureSettings {
        var settings = CaptureSettings(
            operatorName: newsroom.settings.name,
            software: "Assay \(Version.current)"
        )
        settings.takesRequisites = !leavesOutRequisites
        settings.takesBaseline = !leavesOutBaseline
        settings.requisiteLimit = maxRequisites
        settings.byteLimit = maxCapture << 20
        return settings
    }
}
