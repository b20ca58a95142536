using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Whether the clients of a server send PKCE, as far as their code is part of the solution.</summary>
sealed class ClientProofKeys(Solution solution)
{
    /// <summary>What the title of a repair says that may turn a client away.</summary>
    public const string Requirement = "Require PKCE: a client that sends none is refused from then on";

    readonly Dictionary<string, bool> _known = [];

    /// <summary>Whether code with this <c>client_id</c> is there, and all of it sends a code challenge.</summary>
    public async Task<bool> AreSentByAsync(string? clientId, CancellationToken cancellationToken)
    {
        if (clientId is null)
            return false;
        if (!_known.TryGetValue(clientId, out var sent))
            _known.Add(clientId, sent = await FindAsync(clientId, cancellationToken).ConfigureAwait(false));
        return sent;
    }

    async Task<bool> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        var isThere = false;
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            if (compilation is null)
                continue;
            var analysis = ProjectAnalysis.Of(compilation, project.AnalyzerOptions);
            foreach (var tree in compilation.SyntaxTrees.Where(tree => Names(tree, clientId, cancellationToken)))
            {
                var clients = KnownClients.In(analysis.FileOf(tree, cancellationToken).Model, cancellationToken);
                foreach (var client in clients.Where(client => client.Id == clientId))
                {
                    if (!client.SendsProofKey)
                        return false;
                    isThere = true;
                }
            }
        }
        return isThere;
    }

    static bool Names(SyntaxTree tree, string clientId, CancellationToken cancellationToken) =>
        tree.GetText(cancellationToken).ToString().IndexOf(clientId, StringComparison.Ordinal) >= 0;
}
