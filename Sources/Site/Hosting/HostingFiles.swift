import Addresses
import Newsroom

/// The files that the settings' `hosting` asks for.
enum HostingFiles {
    /// The files that depend on the settings alone. An edition with drafts has none: it is for no host.
    static func files(of edition: Edition) -> [RenderedFile] {
        guard !edition.includesDrafts else { return [] }
        let settings = edition.records.settings
        let hosting = settings.hosting
        var files: [RenderedFile] = []
        if hosting.writesHeaders { files.append(file(.hostHeaders, headers(settings))) }
        // Hosts that take headers take redirects, too.
        let moves = !hosting.redirects.isEmpty || hosting.writesHeaders ? moves(in: edition) : ""
        if !hosting.redirects.isEmpty || !moves.isEmpty {
            files.append(file(.hostRedirects, redirects(hosting) + moves))
        }
        if hosting.writesNoJekyll { files.append(file(.noJekyll, "")) }
        if let key = hosting.indexNowKey { files.append(file(.indexNowKey(key), key)) }
        return files
    }

    private static func file(_ route: Route, _ text: String) -> RenderedFile {
        RenderedFile(route: route, bytes: Array(text.utf8))
    }

    /// The file `_headers`, whose paths begin at the host's root.
    ///
    /// Versions of claims and share images are named by what they hold, and so may be kept for ever. All else changes under its name.
    private static func headers(_ settings: SiteSettings) -> String {
        let root = WebAddress.path(of: settings.url.value)
        let fonts = settings.look.fontFile == nil ? "" : " font-src 'self';"
        return """
            \(root)*
              Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; script-src 'self';\(fonts) base-uri 'none'; form-action 'self'
              X-Content-Type-Options: nosniff
              Referrer-Policy: strict-origin-when-cross-origin
            \(root)assets/*
              Cache-Control: public, max-age=3600
            \(root)claims/:claim/versions/*
              Cache-Control: public, max-age=31536000, immutable
            \(root)cards/*
              Cache-Control: public, max-age=31536000, immutable
            \(root)data/*
              Access-Control-Allow-Origin: *
            \(root)feeds/*
              Access-Control-Allow-Origin: *
            \(root)oembed/*
              Access-Control-Allow-Origin: *

            """
    }

    /// A line for each former address of a page, with all that lies below it.
    private static func moves(in edition: Edition) -> String {
        let root = WebAddress.path(of: edition.records.settings.url.value)
        return edition.records.formerIDs.moves.map { move -> String in
            guard SitePlan.hasPage(move.to, in: move.space, of: edition),
                let old = move.space.route(of: move.from), let new = move.space.route(of: move.to)
            else { return "" }
            return "\(root)\(old.canonicalPath)* \(root)\(new.canonicalPath):splat 301\n"
        }
        .joined()
    }

    private static func redirects(_ hosting: HostingSettings) -> String {
        hosting.redirects.map { "\($0.from) \($0.to) 301\n" }.joined()
    }
}
