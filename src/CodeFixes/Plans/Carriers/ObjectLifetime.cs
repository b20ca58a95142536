using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Whose the objects of a type are, and how long they live, as far as a program shows it.</summary>
sealed class ObjectLifetime(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Bases of what a user of a desktop program or a game sees, with their frameworks.</summary>
    static readonly (string Type, string[] Spaces)[] Views =
    [
        ("MonoBehaviour", ["UnityEngine"]),
        ("EditorWindow", ["UnityEditor"]),
        ("Form", ["System.Windows.Forms"]),
        ("UserControl", ["System.Windows", "Microsoft.UI.Xaml", "Avalonia", "Windows.UI.Xaml"]),
        ("Window", ["System.Windows", "Microsoft.UI.Xaml", "Avalonia"]),
        ("Page", ["System.Windows", "Microsoft.UI.Xaml", "Windows.UI.Xaml"]),
        ("ContentPage", ["Microsoft.Maui", "Xamarin.Forms"]),
        ("Application", ["System.Windows", "Microsoft.UI.Xaml", "Windows.UI.Xaml", "Avalonia", "Microsoft.Maui", "Xamarin.Forms"]),
        ("MauiWinUIApplication", ["Microsoft.Maui"]),
        ("UIViewController", ["UIKit"]),
    ];

    /// <summary>Names that only programs use which answer the requests of many users.</summary>
    static readonly string[] Servers =
    [
        "WebApplication",
        "IApplicationBuilder",
        "ConfigureWebHostDefaults",
        "UseStartup",
        "WebHost",
        "IWebHostBuilder",
        "ControllerBase",
        "IHttpHandler",
        "IAppBuilder",
        "HttpApplication",
        "FunctionsApplication",
        "ConfigureFunctionsWorkerDefaults",
        "ConfigureFunctionsWebApplication",
    ];

    /// <summary>How the methods begin by which programs tell containers what to make.</summary>
    static readonly string[] Registrations =
    [
        "Add",
        "TryAdd",
        "Register",
        "Bind",
        "Replace",
        "Decorate",
        "Use",
        "Configure",
        "For",
        "Map",
        "Export",
        "Import",
        "Provide",
        "Inject",
    ];

    /// <summary>Those that make no object, or one that its maker keeps.</summary>
    static readonly string[] NoRegistrations = ["AddComponent"];

    /// <summary>Types of who is at the other end.</summary>
    static readonly string[] Peers =
    [
        "HttpListenerContext",
        "HttpListenerRequest",
        "TcpClient",
        "Socket",
        "WebSocket",
        "NetworkStream",
        "HttpContext",
    ];

    readonly RunObject _ofRun = new(cache, cancellation);

    /// <summary>Whether a field of such an object keeps what one login left there until the same login goes on.</summary>
    public bool KeepsLogin(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends) =>
        type.TypeKind == TypeKind.Class
        && (
            _ofRun.DoesAll(ends)
            || IsOfUser(type)
                && !IsMadeToRedeem(type, ends)
                && !AreToldWhose(ends)
                && new ProviderName(cache, cancellation).IsOne(ends.Where(end => end.Request.Kind != RequestKind.Token))
        );

    /// <summary>Whether the steps are told by their caller whose login it is, as those of a server are.</summary>
    bool AreToldWhose(IReadOnlyList<ExchangeParticipant> ends)
    {
        var functions = ends.SelectMany(end => end.Places).Select(Functions.Around).Distinct().ToList();
        var parameters = functions
            .OfType<SyntaxNode>()
            .Select(function =>
                (Functions.ParametersOf(function)?.Parameters ?? default)
                    .Select(parameter => cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation))
                    .OfType<IParameterSymbol>()
                    .ToList()
            )
            .ToList();
        return parameters.Exists(list => list.Exists(parameter => Peers.Contains(parameter.Type.Name)))
            || parameters.Count > 1
                && parameters[0]
                    .Exists(parameter =>
                        IsNumber(parameter.Type) && parameters.TrueForAll(list => list.Exists(other => other.Name == parameter.Name))
                    );
    }

    static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 || type.Name == "Guid";

    /// <summary>Whether the program has one user, and keeps such an object for them from one step to the next.</summary>
    bool IsOfUser(INamedTypeSymbol type)
    {
        if (IsServer || IsContained(type))
            return false;
        if (IsView(type))
            return true;
        return IsOfOneUser && (type.AllInterfaces.Any(face => face.Name == "INotifyPropertyChanged") || IsKept(type));
    }

    bool IsServer => Servers.Any(name => cache.UsesOf(name, cancellation).Any());

    /// <summary>Whether all objects of the program are one user's: a desktop program, an app or a game.</summary>
    bool IsOfOneUser =>
        cache.Compilation.Options.OutputKind
            is OutputKind.WindowsApplication
                or OutputKind.WindowsRuntimeApplication
                or OutputKind.WindowsRuntimeMetadata
        || Views.Any(view =>
            view.Type is "Application" or "MonoBehaviour" or "Form" or "Window"
            && DeclaresView(view.Type)
            && (view.Type != "Window" || _ofRun.IsExecutable)
        );

    bool DeclaresView(string name) =>
        cache
            .UsesOf(name, cancellation)
            .Any(use =>
                use.FirstAncestorOrSelf<BaseTypeSyntax>() is { Parent.Parent: ClassDeclarationSyntax declared }
                && cache.TypeAt(declared, cancellation) is { } type
                && IsView(type)
            );

    bool IsView(INamedTypeSymbol type) =>
        Functions
            .Bases(type)
            .Any(current =>
                Views.Any(view => view.Type == current.Name && view.Spaces.Any(space => Functions.IsOf(space, current, type, cancellation)))
            );

    /// <summary>Whether each object that the program makes of a type is put where it stays: in a member, in an object that takes it in its
    /// constructor, or in a local of the entry point.</summary>
    bool IsKept(INamedTypeSymbol type)
    {
        var creations = CreationsOf(type).ToList();
        return creations.Count > 0
            && creations.TrueForAll(creation =>
                creation.Parent switch
                {
                    EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
                    EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } } => true,
                    EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax } => _ofRun.IsEntryPoint(Functions.Around(creation)),
                    AssignmentExpressionSyntax assignment => cache
                        .ModelOf(creation.SyntaxTree)
                        .GetSymbolInfo(assignment.Left, cancellation)
                        .Symbol
                        is IFieldSymbol
                            or IPropertySymbol,
                    ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => true,
                    _ => false,
                }
            );
    }

    /// <summary>Whether the program makes an object that redeems a code without having asked for one.</summary>
    bool IsMadeToRedeem(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends)
    {
        var begins = MethodsOf(ends.Where(end => end.Request.Kind != RequestKind.Token));
        var redeems = MethodsOf(ends.Where(end => end.Request.Kind == RequestKind.Token));
        return CreationsOf(type).Select(CalledOn).Any(called => called.Overlaps(redeems) && !called.Overlaps(begins));
    }

    static HashSet<string?> MethodsOf(IEnumerable<ExchangeParticipant> ends) =>
        [.. ends.SelectMany(end => end.Places).Select(Functions.Around).OfType<MethodDeclarationSyntax>().Select(Functions.NameOf)];

    /// <summary>The methods that are called on a new object, or on the local that holds it.</summary>
    static HashSet<string?> CalledOn(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Parent is MemberAccessExpressionSyntax access)
            return [access.Name.Identifier.ValueText];
        if (
            creation.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not null
            || HolderOf(creation) is not { } holder
            || Functions.Around(creation) is not { } function
        )
            return [];
        return
        [
            .. function
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(called => called.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == holder)
                .Select(called => called.Name.Identifier.ValueText),
        ];
    }

    IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(INamedTypeSymbol type)
    {
        var named = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>())
            .OfType<BaseObjectCreationExpressionSyntax>();
        var targeted = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.SyntaxTree)
            .Distinct()
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>());
        return named.Concat(targeted).Distinct().Where(creation => SymbolEqualityComparer.Default.Equals(TypeOf(creation), type));
    }

    ITypeSymbol? TypeOf(ExpressionSyntax expression) => cache.TypeOf(expression, cancellation);

    /// <summary>Whether a container may make objects of a type, or hands one to whoever asks: the type or one of its interfaces is named,
    /// or an object of it given, in a call that registers it.</summary>
    bool IsContained(INamedTypeSymbol type)
    {
        if (
            type.GetAttributes()
                .Any(attribute =>
                    attribute.AttributeClass?.Name is { } name
                    && (name.StartsWith("Export", StringComparison.Ordinal) || name.StartsWith("Inject", StringComparison.Ordinal))
                )
        )
            return true;
        var names = type
            .AllInterfaces.Where(face => face.DeclaringSyntaxReferences.Length > 0)
            .Select(face => face.Name)
            .Prepend(type.Name);
        var named = names
            .SelectMany(name => cache.UsesOf(name, cancellation))
            .Any(use => use.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsRegistration));
        return named
            || CreationsOf(type)
                .Select(HolderOf)
                .OfType<string>()
                .Any(holder =>
                    cache
                        .UsesOf(holder, cancellation)
                        .Any(use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsRegistration(call))
                );
    }

    static string? HolderOf(BaseObjectCreationExpressionSyntax creation) =>
        creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    static bool IsRegistration(InvocationExpressionSyntax call)
    {
        var method = call.MethodName() ?? (call.Expression as SimpleNameSyntax)?.Identifier.ValueText;
        return method is not null
            && !NoRegistrations.Contains(method)
            && Registrations.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));
    }
}
