using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>The clients of authorization servers in one file, whose <c>client_id</c> is a constant.</summary>
static class KnownClients
{
    public static IEnumerable<KnownClient> In(FileModel file, CancellationToken cancellation) =>
        file.Requests.SelectMany(OfRequest).Concat(ConfiguredClients.In(file.Model.SyntaxTree, file.Cache, file.Project, cancellation));

    static IEnumerable<KnownClient> OfRequest(Request request) =>
        request.Kind != RequestKind.Authorization
            ? []
            : request
                .All(WireNames.ClientId)
                .SelectMany(parameter => parameter.Value.Alternatives)
                .OfType<Text>()
                .Where(text => text.Exact is not null)
                .Select(text => new KnownClient(text.Exact!, request.Proof == Presence.Always));
}
