import Newsroom

/// The files that a host reads, and those that watch for news.
extension Route {
    /// The headers that Netlify and Cloudflare Pages send.
    package static let hostHeaders = Route(asNamed: "_headers")
    /// The paths that Netlify, Cloudflare Pages and GitLab Pages send on.
    package static let hostRedirects = Route(asNamed: "_redirects")
    /// What keeps GitHub Pages from leaving out files.
    package static let noJekyll = Route(asNamed: ".nojekyll")

    /// The file that shows whose a key of IndexNow is.
    package static func indexNowKey(_ key: String) -> Route { Route(asNamed: key + ".txt") }
}

extension HostingSettings {
    /// The paths of the files that the settings ask for.
    package var paths: [String] {
        var routes: [Route] = []
        if writesHeaders { routes.append(.hostHeaders) }
        if !redirects.isEmpty { routes.append(.hostRedirects) }
        if writesNoJekyll { routes.append(.noJekyll) }
        if writesNewsSitemap { routes.append(.newsSitemap) }
        if let indexNowKey { routes.append(.indexNowKey(indexNowKey)) }
        return routes.map(\.path)
    }
}
