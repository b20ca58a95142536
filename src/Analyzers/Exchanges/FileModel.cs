using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Servers;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Exchanges;

/// <summary>What one file holds that rules judge.</summary>
/// <param name="Model">The file's semantic model.</param>
/// <param name="Cache">What was bound of its compilation.</param>
/// <param name="Project">What is known of its project.</param>
/// <param name="Options">The options that hold for the file.</param>
/// <param name="AllRequests">The requests that were seen, in the file and in code that belongs with it.</param>
/// <param name="Verifiers">The code verifiers that the members of the file handle and that are not what they ought to be.</param>
/// <param name="Challenges">Likewise the code challenges.</param>
sealed record FileModel(
    SemanticModel Model,
    CompilationCache Cache,
    ProjectFacts Project,
    PkceOptions Options,
    ImmutableArray<Request> AllRequests,
    ImmutableArray<Verifier> Verifiers,
    ImmutableArray<Challenge> Challenges
)
{
    CancellationToken Cancellation { get; init; }

    /// <summary>The verifiers that are drawn where the code is redeemed.</summary>
    ImmutableArray<LostVerifier> DrawnAnew { get; init; }

    /// <summary>What the members that were run write for others to read.</summary>
    ImmutableArray<Disclosure> Written { get; init; }

    /// <summary>The values of <c>state</c> out of which a verifier can be read.</summary>
    ImmutableHashSet<SyntaxNode> States { get; init; } = [];

    /// <summary>The verifiers of the file that cannot be those that the challenges were made from.</summary>
    public IEnumerable<LostVerifier> LostVerifiers =>
        DrawnAnew
            .Concat(LostVerifier.InFields(AllRequests, Cache, Cancellation))
            .Where(lost => lost.Place.SyntaxTree == Model.SyntaxTree)
            .Distinct();

    /// <summary>The requests whose anchor lies in the file, in source order: those that are reported here.</summary>
    public IEnumerable<Request> Requests => AllRequests.Where(request => request.Place.SyntaxTree == Model.SyntaxTree);

    /// <summary>What the settings of libraries, or their absence, mean for PKCE.</summary>
    public ImmutableArray<SettingFinding> Settings
    {
        get => field.IsDefault ? field = SettingFindings.In(Model.SyntaxTree, Cache, Project, Cancellation) : field;
    }

    /// <summary>Where the code says that a request goes without PKCE on purpose.</summary>
    public NoPkceMarkers Markers { get; } = new(Cache);

    /// <summary>What is wrong with the verifiers, one finding for each origin.</summary>
    public ImmutableArray<VerifierFinding> VerifierFindings =>
        field.IsDefault ? field = [.. VerifierFinding.In(Verifiers, Model.SyntaxTree, Cache, Cancellation)] : field;

    /// <summary>Whether anything in the file is called a challenge, or in the program a code challenge: then what is called a
    /// verifier is one of PKCE.</summary>
    public bool MakesChallenges =>
        TriggerWords.OfChallenge.AreIn(Model.SyntaxTree.GetText(Cancellation))
        || !Cache.TreesHolding("codechallenge", Cancellation).IsEmpty;

    /// <summary>Where verifiers are written for others to read.</summary>
    public ImmutableArray<Disclosure> Disclosures =>
        field.IsDefault
            ? field = [
                .. Written
                    .Concat(Disclosure.CarriedBy(Requests, States))
                    .Where(disclosure => disclosure.Place.SyntaxTree == Model.SyntaxTree)
                    .GroupBy(disclosure => disclosure.Place)
                    .Select(same => same.First())
                    .OrderBy(disclosure => disclosure.Place.SpanStart),
            ]
            : field;

    /// <summary>The verifiers that serve many requests.</summary>
    public ImmutableArray<SharedVerifier> SharedVerifiers =>
        field.IsDefault ? field = [.. new SharedVerifiers(Cache, Cancellation).In(Model.SyntaxTree)] : field;

    /// <summary>Whether values are judged: what a test handles protects no one's login.</summary>
    public bool JudgesValues => !Project.IsTestProject && !IsTestCode;

    /// <summary>Whether the file says that it is a test's, where its project does not.</summary>
    public bool IsTestCode =>
        Model.SyntaxTree.GetRoot(Cancellation) is CompilationUnitSyntax root
        && (
            root.Usings.Any(directive =>
                directive.Name?.ToString() is "Xunit" or "NUnit.Framework" or "Microsoft.VisualStudio.TestTools.UnitTesting" or "TUnit.Core"
            )
            || root.Members.OfType<BaseNamespaceDeclarationSyntax>()
                .Any(space =>
                    space
                        .Name.ToString()
                        .Split('.')
                        .Any(part => part is "Test" or "Tests" or "UnitTests" or "IntegrationTests" or "TestInfrastructure")
                )
        );

    /// <summary>Whether the file has the words of a request to an authorization server.</summary>
    public bool HoldsRequests => TriggerWords.OfExchanges.AreIn(Model.SyntaxTree.GetText(Cancellation));

    /// <summary>Whether any file of the program has.</summary>
    public bool ProgramHoldsRequests =>
        HoldsRequests
        || new[] { WireNames.ResponseType, WireNames.GrantType, WireNames.ClientId, "clientid" }.Any(word =>
            !Cache.TreesHolding(word, Cancellation).IsEmpty
        );

    /// <summary>How servers in the file verify.</summary>
    public ServerChecks Server => field ??= ServerChecks.In(Model, Cache, Cancellation);

    public static FileModel Of(
        SemanticModel model,
        ProjectFacts project,
        PkceOptions options,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var proofs = new ProofReader(cache, cancellation);
        var drawnAnew = ImmutableArray.CreateBuilder<LostVerifier>();
        var written = ImmutableArray.CreateBuilder<Disclosure>();
        var states = ImmutableHashSet.CreateBuilder<SyntaxNode>();
        var finder = Run(
            model,
            options,
            cache,
            run =>
            {
                proofs.Read(run);
                drawnAnew.AddRange(LostVerifier.DrawnAnewIn(run));
                written.AddRange(Disclosure.WrittenIn(run, cache, cancellation));
                states.UnionWith(Disclosure.StatesIn(run));
            },
            cancellation
        );
        var requests = WithApi(finder.Requests(), model.SyntaxTree, new TypeMatcher(cache, project, cancellation), cancellation)
            .RemoveAll(request => SupersededMethod.Makes(request, cache, cancellation));
        return new FileModel(model, cache, project, options, requests, proofs.Verifiers(), proofs.Challenges())
        {
            Cancellation = cancellation,
            DrawnAnew = drawnAnew.ToImmutable(),
            Written = written.ToImmutable(),
            States = states.ToImmutable(),
        };
    }

    /// <summary>The requests that were seen in another file of the program, and in code that belongs with it.</summary>
    public ImmutableArray<Request> RequestsIn(SyntaxTree tree, CancellationToken cancellation) =>
        Run(Cache.ModelOf(tree), Options, Cache, static _ => { }, cancellation).Requests();

    /// <summary>Runs the members that may put a request together or handle a verifier.</summary>
    static RequestFinder Run(
        SemanticModel model,
        PkceOptions options,
        CompilationCache cache,
        Action<MemberRun> seen,
        CancellationToken cancellation
    )
    {
        var finder = new RequestFinder(cache, options, seen, cancellation);
        var root = model.SyntaxTree.GetRoot(cancellation);
        finder.Run(
            Declarations
                .Members(root)
                .Concat(OtherParts(root, model, cancellation))
                .Where(member =>
                    member.SyntaxTree.GetText(cancellation) is var text
                    && (
                        TriggerWords.OfRequests.AreIn(text, member.Span)
                        || cache.Texts.AreUsedIn(member, cancellation)
                        || ProofNames.AreIn(member.SyntaxTree, cancellation)
                            && (TriggerWords.OfVerifiers.AreIn(text, member.Span) || cache.Proofs.AreGivenIn(member, cancellation))
                    )
                )
                .SelectMany(member => ExecutablesFor(member, cache, cancellation)),
            model.SyntaxTree
        );
        return finder;
    }

    /// <summary>With the calls and objects of libraries that are requests, where the evaluation has not read them as such
    /// already.</summary>
    static ImmutableArray<Request> WithApi(
        ImmutableArray<Request> requests,
        SyntaxTree tree,
        TypeMatcher matcher,
        CancellationToken cancellation
    ) =>
        requests.AddRange(
            new ApiRequests(matcher, cancellation)
                .In(tree)
                .Where(api =>
                    !requests.Any(request =>
                        request.Place.SyntaxTree == tree && ApiRequests.WholeOf(api).Span.OverlapsWith(request.Place.Span)
                    )
                )
        );

    /// <summary>The members that partial types of the file have in other files: one exchange may be spread over them.</summary>
    static IEnumerable<MemberDeclarationSyntax> OtherParts(SyntaxNode root, SemanticModel model, CancellationToken cancellation) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(type => model.GetDeclaredSymbol(type, cancellation))
            .OfType<INamedTypeSymbol>()
            .SelectMany(type => type.DeclaringSyntaxReferences)
            .Where(part => part.SyntaxTree != model.SyntaxTree)
            .SelectMany(part => Declarations.Members(part.GetSyntax(cancellation)));

    // A constant is not sent by itself: the code that uses it is looked at instead. A file without a word of its own is looked at from
    // here, and so is what puts a request together of texts that hold its parameters: it is shown where they are written.
    static IEnumerable<SyntaxNode> ExecutablesFor(MemberDeclarationSyntax member, CompilationCache cache, CancellationToken cancellation) =>
        NamedTexts.NamesOf(member).Any()
            ? OwnExecutables(member, cache, cancellation)
                .Concat(
                    Declarations
                        .Executables(member)
                        .SelectMany(text =>
                            Callers
                                .Of(text, cache, cancellation)
                                .Where(user => HoldsParameter(text) || !cache.PassesGate(user.SyntaxTree, cancellation))
                        )
                )
            : OwnExecutables(member, cache, cancellation);

    static IEnumerable<SyntaxNode> OwnExecutables(MemberDeclarationSyntax member, CompilationCache cache, CancellationToken cancellation) =>
        member is not FieldDeclarationSyntax field
        || !field.Modifiers.Any(SyntaxKind.ConstKeyword)
        || field.Declaration.Variables.Any(variable => Identifier.IsCodeVerifier(variable.Identifier.ValueText))
            ? Declarations.Executables(member)
            : Declarations
                .Executables(member)
                .Where(HoldsParameter)
                .SelectMany(initializer => Callers.Of(initializer, cache, cancellation));

    static bool HoldsParameter(SyntaxNode initializer) => initializer.ToString().IndexOf('=', 1) > 0;
}
