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
        "IHttpFunction",
        "WebHostBuilder",
        "ServiceHost",
        "ServiceBase",
        "UseWindowsService",
        "NancyModule",
        "AppSelfHostBase",
        "NetworkBehaviour",
        "ITelegramBotClient",
        "TelegramBotClient",
        "DiscordSocketClient",
        "DiscordClient",
        "ActivityHandler",
    ];

    /// <summary>How many objects that hold others are looked at.</summary>
    const int MostHolders = 4;

    /// <summary>How many callers of callers are asked.</summary>
    const int MostCallers = 3;

    readonly RunObject _ofRun = new(cache, cancellation);
    readonly CodeOrigin _codes = new(cache, cancellation);
    readonly ObjectCreations _creations = new(cache, cancellation);
    readonly ContainedTypes _contained = new(cache, cancellation);

    /// <summary>Whether a field of such an object keeps what one login left there until the same login goes on.</summary>
    public bool KeepsLogin(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends) =>
        type.TypeKind == TypeKind.Class
        && (
            _ofRun.DoesAll(ends)
            || IsOfUser(type, ends)
                && !_creations.IsMadeToRedeem(type, ends)
                && !ComesWithStart(type, ends)
                && !AreBegunInRounds(ends)
                && !new ToldUser(_ofRun, cache, cancellation).IsGivenTo(ends)
                && new ProviderName(cache, cancellation).IsOne(ends.Where(end => end.Request.Kind != RequestKind.Token))
        );

    /// <summary>Whether the code comes only where the program or a page of it begins: what was kept before is not there.</summary>
    bool ComesWithStart(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "QueryPropertyAttribute" or "QueryProperty")
        || type.AllInterfaces.Any(face => face.Name == "IQueryAttributable")
        || ends.Where(end => end.Request.Kind == RequestKind.Token).Any(end => WithCallers(end).Any(_codes.IsOfStart));

    /// <summary>Whether a loop begins several logins before it redeems a code: the field would hold the last.</summary>
    bool AreBegunInRounds(IReadOnlyList<ExchangeParticipant> ends)
    {
        var calls = ends.ToLookup(end => end.Request.Kind == RequestKind.Token, end => (_ofRun.CalledBy(end) ?? end).Places);
        var redeeming = calls[true].SelectMany(places => places).ToList();
        return calls[false].SelectMany(places => places).Any(call => RunOrder.IsRepeated(call, redeeming));
    }

    IEnumerable<ExchangeParticipant> WithCallers(ExchangeParticipant end)
    {
        ExchangeParticipant? current = end;
        for (var depth = 0; depth < MostCallers && current is not null; depth++)
        {
            yield return current;
            current = _ofRun.CalledBy(current);
        }
    }

    /// <summary>Whether the program has one user, and keeps such an object for them from one step to the next.</summary>
    bool IsOfUser(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends) =>
        !IsServer
        && !_contained.Register(type)
        && (IsView(type) || IsOfOneUser && !_contained.AreAskedFor(type) && (IsViewModel(type) || IsKept(type, ends, MostHolders)));

    static bool IsViewModel(INamedTypeSymbol type) => type.AllInterfaces.Any(face => face.Name == "INotifyPropertyChanged");

    /// <summary>Whether each object that the program makes of a type is put where it stays, once or anew for a login.</summary>
    bool IsKept(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends, int depth) =>
        depth > 0
        && _creations.Of(type).ToList() is { Count: > 0 } creations
        && creations.TrueForAll(creation => IsKept(creation, ends, depth));

    bool IsKept(BaseObjectCreationExpressionSyntax creation, IReadOnlyList<ExchangeParticipant> ends, int depth)
    {
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
            case EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax }:
                return IsHeld(creation, ends, depth);
            case EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax }:
                return _ofRun.IsEntryPoint(Functions.Around(creation));
            case AssignmentExpressionSyntax { Left: var member } assignment
                when cache.SymbolOf(member, cancellation) is IFieldSymbol or IPropertySymbol { IsIndexer: false }:
                return (ObjectCreations.IsMadeOnce(assignment) || _creations.IsMadeToBegin(creation, ends))
                    && IsHeld(creation, ends, depth);
            case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax holder }:
                return cache.TypeOf(holder, cancellation) is INamedTypeSymbol type && IsView(type) || IsKept(holder, ends, depth);
            default:
                return false;
        }
    }

    /// <summary>Whether the object stays whose member gets a new one; a static member does.</summary>
    bool IsHeld(SyntaxNode creation, IReadOnlyList<ExchangeParticipant> ends, int depth)
    {
        if (
            creation.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || member.Modifiers.Any(SyntaxKind.StaticKeyword)
            || cache.TypeAt(creation, cancellation) is not { } holder
        )
            return true;
        if (IsView(holder))
            return true;
        return !_contained.Register(holder) && !_contained.AreAskedFor(holder) && (IsViewModel(holder) || IsKept(holder, ends, depth - 1));
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
}
