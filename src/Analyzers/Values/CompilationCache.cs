using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What several files ask of one compilation, bound once: semantic models, control flow graphs, values of members.
/// Lives as long as the compilation.</summary>
/// <param name="fileGate">The words of which a file must hold one to be looked at by itself.</param>
/// <param name="referenced">Those of the projects that it refers to and whose code is followed.</param>
sealed class CompilationCache(Compilation compilation, TriggerWords fileGate, ImmutableArray<CompilationCache> referenced)
{
    static readonly ConditionalWeakTable<Compilation, CompilationCache> Known = new(),
        Following = new();

    readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> _graphs = new();
    readonly ConcurrentDictionary<SyntaxNode, ILookup<string, SyntaxNode>> _writers = new();

    public Compilation Compilation { get; } = compilation;

    public AnalysisWork Work { get; } = new();

    /// <summary>The one that all who ask about a compilation share.</summary>
    /// <param name="followsProjects">Whether values are followed into the sources of referenced projects. To a build these are metadata,
    /// and an editor must say what the build says.</param>
    public static CompilationCache Of(Compilation compilation, TriggerWords fileGate, bool followsProjects) =>
        !followsProjects
            ? Known.GetValue(compilation, one => new CompilationCache(one, fileGate, []))
            : Following.GetValue(
                compilation,
                one => new CompilationCache(
                    one,
                    fileGate,
                    [
                        .. one
                            .References.OfType<CompilationReference>()
                            .Where(reference => reference.Compilation.Language == one.Language)
                            .Select(reference => Of(reference.Compilation, fileGate, followsProjects: true)),
                    ]
                )
            );

    /// <summary>Whether a file is one of the compilation: only there is anything reported.</summary>
    public bool IsOwn(SyntaxTree tree) => Compilation.ContainsSyntaxTree(tree);

    /// <summary>Whether a file's code is followed.</summary>
    public bool Holds(SyntaxTree tree) => IsOwn(tree) || HomeOf(tree) is not null;

    /// <summary>That of the referenced project which a file belongs to.</summary>
    CompilationCache? HomeOf(SyntaxTree tree)
    {
        foreach (var project in referenced)
        {
            if (project.IsOwn(tree))
                return project;
        }
        return null;
    }

    /// <summary>Values of fields and properties by their symbols, as the interpreter finds them under the same options.</summary>
    public ConcurrentDictionary<ISymbol, MemberValue> MemberValues(PkceOptions options) =>
        _memberValues.GetOrAdd(options.OfValues, _ => new(SymbolEqualityComparer.Default));

    readonly ConcurrentDictionary<string, ConcurrentDictionary<ISymbol, MemberValue>> _memberValues = new();

    /// <summary>Whether what a method of the program does can show in a request, whatever it is given.</summary>
    public bool MayMatter(IMethodSymbol method, CancellationToken cancellation) =>
        _mattering.GetOrAdd(
            method,
            one =>
                MemberNames.MayMatter(one)
                || one.DeclaringSyntaxReferences.Any(declaration =>
                    Holds(declaration.SyntaxTree) && Texts.AreUsedIn(declaration.GetSyntax(cancellation), cancellation)
                )
        );

    readonly ConcurrentDictionary<IMethodSymbol, bool> _mattering = new(SymbolEqualityComparer.Default);

    /// <summary>The members that stand for the words of a request.</summary>
    public NamedTexts Texts => field ??= new NamedTexts(this);

    /// <summary>The methods and objects that are given a code verifier by a parameter of that name.</summary>
    public NamedProofs Proofs => field ??= new NamedProofs(this);

    /// <summary>Whether a file is looked at by itself; others only where a finding leads to them.</summary>
    public bool PassesGate(SyntaxTree tree, CancellationToken cancellation) => fileGate.AreIn(tree.GetText(cancellation));

    public SemanticModel ModelOf(SyntaxTree tree) =>
        // The one place that makes models: cached per tree, and asked for other files only when a finding needs them.
#pragma warning disable RS1030
        _models.GetOrAdd(tree, tree => !IsOwn(tree) && HomeOf(tree) is { } home ? home.ModelOf(tree) : Compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>The model that the analyzer's own callback got, so that the tree is not bound a second time.</summary>
    public void Remember(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    /// <summary>As <see cref="MemberWriters.Of"/>.</summary>
    public ILookup<string, SyntaxNode> WritersIn(SyntaxNode type) => _writers.GetOrAdd(type, MemberWriters.Of);

    /// <summary>The control flow graph of a method body, accessor, expression body or initializer; null where there is none.</summary>
    public ControlFlowGraph? GraphOf(SyntaxNode declaration, CancellationToken cancellation) =>
        _graphs.GetOrAdd(
            declaration,
            node =>
            {
                if (Declarations.IsTooDeep(node))
                    return null;
                try
                {
                    return ModelOf(node.SyntaxTree).GetOperation(node, cancellation) switch
                    {
                        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                        IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
                        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
                        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
                        _ => null,
                    };
                }
                catch (Exception e)
                    when (e is ArgumentException or InvalidOperationException or NullReferenceException or NotSupportedException)
                {
                    // The compiler's graph builder gives up on some code that does not compile.
                    return null;
                }
            }
        );

    /// <summary>A member run by itself; null where that is too much work. Parts of one type and callers are asked for by several
    /// files.</summary>
    public Interpreter? RunOf(SyntaxNode executable, PkceOptions options, CancellationToken cancellation) =>
        RunOf(new CallPath(executable), options, cancellation);

    /// <summary>A member run by itself, for the values of one that it leads to: those on the way run whatever they are given.</summary>
    public Interpreter? RunOf(CallPath path, PkceOptions options, CancellationToken cancellation) =>
        _runs.GetOrAdd(
            (path, options.OfValues),
            _ =>
            {
                var run = Interpreter.On(path, this, options, cancellation);
                return run.Exhausted ? null : run;
            }
        );

    readonly ConcurrentDictionary<(CallPath Path, string Options), Interpreter?> _runs = new();

    /// <summary>Whether the project itself declares a symbol; a library that is built beside it is a library all the same.</summary>
    public bool Declares(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(part => IsOwn(part.SyntaxTree));

    /// <summary>What an expression that does not resolve may mean; kept, since overloads are weighed each time.</summary>
    public SymbolInfo MeaningOf(SyntaxNode expression, CancellationToken cancellation) =>
        _meanings.GetOrAdd(expression, node => ModelOf(node.SyntaxTree).GetSymbolInfo(node, cancellation));

    readonly ConcurrentDictionary<SyntaxNode, SymbolInfo> _meanings = new();

    /// <summary>What an expression names; null where it names nothing, or one of several.</summary>
    public ISymbol? SymbolOf(SyntaxNode expression, CancellationToken cancellation) =>
        ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, cancellation).Symbol;

    public ITypeSymbol? TypeOf(SyntaxNode expression, CancellationToken cancellation) =>
        ModelOf(expression.SyntaxTree).GetTypeInfo(expression, cancellation).Type;

    /// <summary>The type whose declaration a place lies in; null for top-level statements.</summary>
    public INamedTypeSymbol? TypeAt(SyntaxNode place, CancellationToken cancellation) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? ModelOf(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol
            : null;

    readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _overrides = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SimpleNameSyntax>> _names = new();
    readonly ConcurrentDictionary<string, ImmutableArray<SyntaxTree>> _holding = new();
    readonly ConcurrentDictionary<string, ImmutableArray<SyntaxTree>> _naming = new();

    /// <summary>Whether a type of this compilation overrides a method.</summary>
    public bool IsOverridden(IMethodSymbol method) => !OverridesOf(method).IsEmpty;

    /// <summary>The methods of the program that override a method.</summary>
    public ImmutableArray<IMethodSymbol> OverridesOf(IMethodSymbol method) =>
        _overrides.GetOrAdd(
            method.OriginalDefinition,
            declared =>
                [
                    .. Compilation
                        .GetSymbolsWithName(declared.Name, SymbolFilter.Member)
                        .OfType<IMethodSymbol>()
                        .Where(other => SymbolEqualityComparer.Default.Equals(other.OverriddenMethod?.OriginalDefinition, declared)),
                ]
        );

    /// <summary>Those, and the methods that override them in turn.</summary>
    public IEnumerable<IMethodSymbol> Replacing(IMethodSymbol method) =>
        OverridesOf(method).SelectMany(other => Replacing(other).Prepend(other));

    /// <summary>The files whose text holds a word, asked once for each word.</summary>
    public ImmutableArray<SyntaxTree> TreesHolding(string word, CancellationToken cancellation) =>
        _holding.GetOrAdd(
            word,
            word =>
            {
                var words = new TriggerWords([word.ToLowerInvariant()]);
                return [.. Compilation.SyntaxTrees.Where(tree => words.AreIn(tree.GetText(cancellation)))];
            }
        );

    /// <summary>Whether the program's code says a word.</summary>
    public bool Says(string word, CancellationToken cancellation) =>
        _said.GetOrAdd(
            word,
            word =>
            {
                var words = new TriggerWords([word.ToLowerInvariant()]);
                return TreesHolding(word, cancellation).Any(tree => CodeWords.AreIn(words, tree.GetRoot(cancellation), this, cancellation));
            }
        );

    readonly ConcurrentDictionary<string, bool> _said = new();
    readonly ConcurrentDictionary<ISymbol, IMethodSymbol?> _implementations = new(SymbolEqualityComparer.Default);

    /// <summary>The implementation of an interface's method in this compilation, where there is exactly one.</summary>
    public IMethodSymbol? SoleImplementation(IMethodSymbol method) =>
        _implementations.GetOrAdd(
            method.OriginalDefinition,
            declared =>
            {
                var found = Compilation
                    .GetSymbolsWithName(declared.Name, SymbolFilter.Member)
                    .OfType<IMethodSymbol>()
                    .Where(candidate =>
                        candidate.ContainingType.TypeKind == TypeKind.Class
                        && SymbolEqualityComparer.Default.Equals(
                            candidate.ContainingType.FindImplementationForInterfaceMember(declared),
                            candidate
                        )
                    )
                    .Take(2)
                    .ToList();
                return found.Count == 1 ? found[0] : null;
            }
        );

    /// <summary>The names that a file uses, by their text.</summary>
    public ILookup<string, SimpleNameSyntax> NamesIn(SyntaxTree tree, CancellationToken cancellation) =>
        _names.GetOrAdd(
            tree,
            tree => tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().ToLookup(name => name.Identifier.ValueText)
        );

    /// <summary>The files whose text holds a name as it is written, asked once for each name.</summary>
    public ImmutableArray<SyntaxTree> TreesNaming(string name, CancellationToken cancellation) =>
        _naming.GetOrAdd(name, name => [.. Compilation.SyntaxTrees.Where(tree => tree.GetText(cancellation).Holds(name))]);

    /// <summary>Where the program uses a name; only files whose text holds it are read.</summary>
    public IEnumerable<SimpleNameSyntax> UsesOf(string name, CancellationToken cancellation) =>
        TreesNaming(name, cancellation).SelectMany(tree => NamesIn(tree, cancellation)[name]);

    /// <summary>The control flow graph of a method of this compilation's sources; null for any other.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var declared = (method.PartialImplementationPart ?? method).OriginalDefinition;
        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            if (Holds(reference.SyntaxTree) && GraphOf(reference.GetSyntax(cancellation), cancellation) is { } graph)
                return graph;
        }
        return null;
    }
}
