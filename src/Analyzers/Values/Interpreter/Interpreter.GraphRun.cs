using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PkceAnalyzers.Values;

sealed partial class Interpreter
{
    int _unrolled;

    /// <summary>
    /// Runs the blocks of one control flow graph, each with what is known where the paths to it meet, until nothing new is found.
    /// A loop whose conditions are known is not taken to a fixed point: while no other path is on its way, it runs as the program does.
    /// A condition that holds for some specimens of a <see cref="SampledValue"/> and not for others splits the path; the parts go on
    /// separately until both have come to where they meet.
    /// </summary>
    sealed class GraphRun(Interpreter run, Frame frame)
    {
        const int MostVisits = 4;
        const int VisitsBeforeWidening = 3;

        /// <summary>Blocks that are run again because a loop is run as it is: enough for 128 characters.</summary>
        const int MostUnrolled = 600;

        readonly BlockEntry[] _blocks = new BlockEntry[frame.Graph.Blocks.Length];
        readonly HashSet<int> _unrolledHere = [];
        readonly SortedSet<int> _waiting = [0];

        /// <summary>How often all paths have met in one block, with nothing else to run.</summary>
        int _meetings;

        /// <summary>The last of these meetings after which a path was split by specimens, and the block that did.</summary>
        (int Meeting, int Block) _split = (-1, 0);

        /// <summary>What is known of a block before it is run.</summary>
        struct BlockEntry
        {
            public State? State;
            public int Visits;

            /// <summary>The meeting after which a path came here last.</summary>
            public int ReachedAfter;
        }

        bool IsSplit => _split.Meeting == _meetings;

        public void Run()
        {
            _blocks[0].State = run._state;
            while (_waiting.Count > 0 && !run.Exhausted)
            {
                var ordinal = Next();
                // Blocks without operations are steps too: an empty loop must come to an end.
                run.OutOfSteps();
                if (Meet(ordinal) || ++_blocks[ordinal].Visits <= MostVisits)
                    RunBlock(frame.Graph.Blocks[ordinal]);
            }
        }

        /// <summary>The first block in order; after a split the next pass of a loop waits for the paths of this one.</summary>
        int Next()
        {
            var ordinal = IsSplit ? _waiting.GetViewBetween(_split.Block + 1, int.MaxValue).Concat(_waiting).First() : _waiting.Min;
            _waiting.Remove(ordinal);
            return ordinal;
        }

        /// <summary>Whether all paths have met in a block, so that from here on a loop can be run as it is.</summary>
        bool Meet(int ordinal)
        {
            if (_waiting.Count > 0 || run._unrolled >= MostUnrolled)
            {
                if (!IsSplit)
                    _unrolledHere.Clear();
                return false;
            }
            _meetings++;
            if (!_unrolledHere.Add(ordinal))
                run._unrolled++;
            return true;
        }

        void RunBlock(BasicBlock block)
        {
            run._state = _blocks[block.Ordinal].State!;
            MayThrow(block);
            foreach (var operation in block.Operations)
            {
                run.Evaluate(operation);
                if (run._isThrown)
                {
                    Throw(block, run._thrown);
                    return;
                }
            }
            MayThrow(block);
            if (block.Kind == BasicBlockKind.Exit)
            {
                frame.Exit = frame.Exit is null ? run._state : State.Join(frame.Exit, run._state, widen: false);
                run.NoteEnd(frame);
            }
            Leave(block);
        }

        /// <summary>An exception may leave a block before or after any of its operations; in a scenario it is known which do.</summary>
        void MayThrow(BasicBlock block)
        {
            if (run.Scenario is null)
                Catches(block, thrown: null);
        }

        void Throw(BasicBlock block, ITypeSymbol? thrown)
        {
            run._isThrown = false;
            if (Catches(block, thrown))
                return;
            frame.Thrown = frame.Throws && !SymbolEqualityComparer.Default.Equals(frame.Thrown, thrown) ? null : thrown;
            frame.Throws = true;
            run._trace?.Leave(frame, "throw");
        }

        void Leave(BasicBlock block)
        {
            var condition = block.BranchValue is { } branch ? run.Evaluate(branch) : null;
            if (run._isThrown || run.Scenario is not null && IsThrow(block))
            {
                Throw(
                    block,
                    run._isThrown ? run._thrown
                        : block.BranchValue is { } thrown ? Unwrap(thrown).Type
                        : null
                );
                return;
            }
            if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } && condition is not null)
                Return(condition);
            if (block.ConditionalSuccessor is null)
                Follow(block.FallThroughSuccessor);
            else if (TruthOf(condition) is { } truth && (_waiting.Count == 0 || IsSplit) && run._unrolled < MostUnrolled)
                Split(block, truth);
            else
                Choose(block, condition);
        }

        static bool IsThrow(BasicBlock block) =>
            block
                is {
                    ConditionalSuccessor: null,
                    FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow
                };

        /// <summary>Goes both ways, each with the specimens for which the condition holds or does not.</summary>
        void Split(BasicBlock block, SampledValue truth)
        {
            if (!IsSplit)
                _split = (_meetings, block.Ordinal);
            var whole = run._state;
            var holds = whole.Mask.Where(truth);
            var fails = whole.Mask.Without(holds);
            var isTakenWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            run._state = whole with { Mask = isTakenWhenTrue ? holds : fails };
            Follow(block.ConditionalSuccessor);
            run._state = whole with { Mask = isTakenWhenTrue ? fails : holds };
            Follow(block.FallThroughSuccessor);
        }

        /// <summary>Goes the way that is known, else both, each with what its condition tells.</summary>
        void Choose(BasicBlock block, Value? condition)
        {
            var known = (condition as Constant)?.Content as bool?;
            if (known is null)
                _unrolledHere.Clear();
            run.NoteCondition(frame, block.BranchValue!, condition);
            var isTakenWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            var joined = run._state;
            run.Learn(block.BranchValue, isTakenWhenTrue);
            if (known is null || known == isTakenWhenTrue)
                Follow(block.ConditionalSuccessor);
            run._state = joined;
            run.Learn(block.BranchValue, !isTakenWhenTrue);
            if (known is null || known != isTakenWhenTrue)
                Follow(block.FallThroughSuccessor);
        }

        void Return(Value value)
        {
            var mask = run._state.Mask;
            run.NoteReturn(frame, value);
            frame.Returned =
                frame.Returned is not { } before ? value
                : frame.ReturnedIn.IsApartFrom(mask) && frame.ReturnedIn.Join(before, mask, value) is { } joined ? joined
                : Choice.Of(before, value);
            frame.ReturnedIn |= mask;
        }

        void Follow(ControlFlowBranch? branch)
        {
            if (branch is null)
                return;
            foreach (var region in branch.FinallyRegions)
                Reach(region.FirstBlockOrdinal);
            if (branch.Destination is { } destination)
                Reach(destination.Ordinal);
        }

        /// <summary>Reaches the handlers that an exception may come to, and tells whether none gets past them.</summary>
        /// <param name="thrown">Null where any may be thrown.</param>
        bool Catches(BasicBlock block, ITypeSymbol? thrown)
        {
            for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                    continue;
                foreach (var handler in whole.NestedRegions.Where(IsHandler))
                {
                    var isCaught = handler.Kind == ControlFlowRegionKind.Catch && IsA(thrown, handler.ExceptionType);
                    if (isCaught || thrown is null || IsA(handler.ExceptionType, thrown) || handler.Kind != ControlFlowRegionKind.Catch)
                        Reach(handler.FirstBlockOrdinal);
                    if (isCaught)
                        return true;
                }
            }
            return false;
        }

        /// <summary>Whether each exception of one type is of another; what catches all has none, or <c>object</c>.</summary>
        static bool IsA(ITypeSymbol? type, ITypeSymbol? wanted)
        {
            if (wanted is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" })
                return type is not null || wanted is not null;
            for (; type is not null; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type, wanted))
                    return true;
            }
            return false;
        }

        static bool IsHandler(ControlFlowRegion region) =>
            region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler;

        /// <summary>Lets a block be run with the present state, too.</summary>
        void Reach(int ordinal)
        {
            ref var block = ref _blocks[ordinal];
            if (block.State is null || _waiting.Count == 0 && _unrolledHere.Contains(ordinal))
            {
                block.State = run._state;
            }
            // What led here before all paths met has gone on from where they did.
            else if (IsSplit && block.ReachedAfter != _meetings)
            {
                block.State = run._state;
                block.Visits = 0;
            }
            else
            {
                var joined = State.Join(block.State, run._state, widen: block.Visits >= VisitsBeforeWidening);
                if (ReferenceEquals(joined, block.State))
                    return;
                block.State = joined;
            }
            block.ReachedAfter = _meetings;
            _waiting.Add(ordinal);
        }
    }
}
