import Fetching
import WARC

/// The robots.txt files of a run, each fetched once.
actor RobotsFiles {
    /// A host's file.
    struct File: Sendable {
        /// The exchange in which it came.
        let exchange: FetchExchange
        /// What it says.
        let rules: RobotsRules
    }

    private let fetcher: Fetcher
    private let settings: VisitSettings
    private var files: [String: Task<File, Never>] = [:]

    /// The most of a file that is fetched, in bytes.
    private static let sizeLimit = 512 * 1024

    init(_ fetcher: Fetcher, _ settings: VisitSettings) {
        self.fetcher = fetcher
        self.settings = settings
    }

    /// The file of an address's host.
    func file(of address: FetchAddress) async -> File {
        if let known = files[address.origin] { return await known.value }
        let (fetcher, settings) = (fetcher, settings)
        let task = Task { await Self.fetch(address, fetcher, settings) }
        files[address.origin] = task
        // The task is everybody's, so that it does not end with the one who asked first.
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private static func fetch(_ address: FetchAddress, _ fetcher: Fetcher, _ settings: VisitSettings) async
        -> File
    {
        var next = (try? address.resolving("/robots.txt")) ?? address
        var redirects = 0
        while true {
            let request = settings.request(for: next, seed: "", bodyLimit: sizeLimit)
            let exchange = await fetcher.fetch(request, CookieJar())
            guard let message = HTTPMessage(exchange.response), let status = message.status else {
                return File(exchange: exchange, rules: .all)
            }
            if (300...399).contains(status), redirects < 5, let location = message["Location"],
                let target = try? next.resolving(location)
            {
                next = target
                redirects += 1
                continue
            }
            return File(exchange: exchange, rules: rules(status, message))
        }
    }

    /// What an answer means (RFC 9309, section 2.3.1): without a file all is allowed, behind an error nothing.
    private static func rules(_ status: Int, _ message: HTTPMessage) -> RobotsRules {
        switch status {
        case 200...299: RobotsRules((try? message.decodedBody()) ?? [], for: "assay")
        case 500...599: .all
        default: .none
        }
    }
}
