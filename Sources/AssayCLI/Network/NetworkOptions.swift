import ArgumentParser
import Assay
import Capturing
import Fetching
import Foundation
import Newsroom

extension VisitSettings.Robots: ExpressibleByArgument {}

/// The options of the commands that go to the network.
struct NetworkOptions: ParsableArguments {
    @Flag(help: "Ask addresses of your own network, too: for tests, and for sites of an intranet.")
    var allowPrivate = false

    @Flag(help: "Take pages whose certificate does not hold. What came may be from somebody else.")
    var insecureTls = false

    @Option(
        help: ArgumentHelp(
            "What is done with robots.txt: record (keep it with the capture), obey, or ignore.",
            valueName: "robots"
        )
    )
    var robots = VisitSettings.Robots.record

    @Option(
        help: ArgumentHelp(
            "The name of an environment variable with a header field to send, such as `Cookie: session=…`. Only the page's own host gets it, and no file shows its value.",
            valueName: "name"
        )
    )
    var headerFromEnv: [String] = []

    @Option(help: ArgumentHelp("The pause between two requests to a host.", valueName: "seconds"))
    var pause = 2.0

    @Option(
        help: ArgumentHelp(
            "The longest wait that a host may ask for (Retry-After); 3600 at most.",
            valueName: "seconds"
        )
    )
    var patience = 60

    @Option(help: ArgumentHelp("The time for a connection.", valueName: "seconds"))
    var connectTime = 10

    @Option(help: ArgumentHelp("The time for a response.", valueName: "seconds"))
    var maxTime = 60

    @Option(help: ArgumentHelp("The slowest transfer that is waited for.", valueName: "bytes a second"))
    var minRate = 1024

    @Option(help: ArgumentHelp("How long a transfer may be slower than that.", valueName: "seconds"))
    var slowTime = 20

    @Option(help: ArgumentHelp("The largest body.", valueName: "MiB"))
    var maxBody = 64

    @Option(help: ArgumentHelp("The largest header of a response.", valueName: "KiB"))
    var maxHeader = 256

    @Option(help: ArgumentHelp("The most redirects that are followed.", valueName: "number"))
    var maxRedirects = 10

    func validate() throws {
        guard pause >= 0, pause <= 3600 else { throw ValidationError("--pause is from 0 to 3600 seconds") }
        guard (0...3600).contains(patience) else {
            throw ValidationError("--patience is from 0 to 3600 seconds")
        }
        for (name, value, range) in [
            ("--connect-time", connectTime, 1...3600), ("--max-time", maxTime, 1...86_400),
            ("--min-rate", minRate, 0...1_000_000_000), ("--slow-time", slowTime, 1...3600),
            ("--max-body", maxBody, 1...4096), ("--max-header", maxHeader, 1...4096),
            ("--max-redirects", maxRedirects, 0...50),
        ] where !range.contains(value) {
            throw ValidationError("\(name) is from \(range.lowerBound) to \(range.upperBound)")
        }
    }

    /// How pages are asked for.
    func settings(for newsroom: Newsroom) throws -> VisitSettings {
        var settings = VisitSettings(version: Version.current, site: newsroom.settings.url.value)
        settings.robots = robots
        settings.allowsPrivate = allowPrivate
        settings.allowsBadCertificates = insecureTls
        settings.secrets = try headerFromEnv.map(Self.field)
        settings.limits.connectSeconds = connectTime
        settings.limits.responseSeconds = maxTime
        settings.limits.slowestRate = minRate
        settings.limits.slowSeconds = slowTime
        settings.limits.bodyBytes = maxBody << 20
        settings.limits.headerBytes = maxHeader << 10
        settings.limits.redirects = maxRedirects
        return settings
    }

    /// The way to the network with these options.
    func visitor(for newsroom: Newsroom) throws -> Visitor {
        let hosts = HostQueue(pause: .seconds(pause), patience: .seconds(patience))
        return Visitor(Fetcher(hosts), try settings(for: newsroom))
    }

    /// The header field in an environment variable.
    private static func field(_ name: String) throws -> FetchRequest.Field {
        guard let line = ProcessInfo.processInfo.environment[name], !line.isEmpty else {
            throw ValidationError("there is no environment variable `\(name)`, or it is empty")
        }
        guard let field = FetchRequest.Field(secret: line) else {
            throw ValidationError(
                "the environment variable `\(name)` is no header field; write it like `Cookie: session=…`, on one line"
            )
        }
        return field
    }
}
