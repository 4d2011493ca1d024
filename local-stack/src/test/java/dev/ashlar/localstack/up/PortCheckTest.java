package dev.ashlar.localstack.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.ProcessIdentity;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    private final InstanceName cache = InstanceName.first("redis-cache");

    @TempDir
    private Path home;
    private Runs runs;
    private Member member;

    @BeforeEach
    void choosePorts() {
        var workspace = new Workspace(home, home, FreeOffset.find());
        runs = new Runs(workspace);
        member = Stack.of(workspace).member(cache);
    }

    @Test
    void letsAFreePortPass() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void namesThePortAndItsOwner() throws IOException {
        try (var _ = stranger()) {
            assertThatThrownBy(this::check).isInstanceOf(StackFailure.class)
                    .hasMessageContaining("redis-cache needs port " + member.port())
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void leavesWhatRunsAlreadyAlone() throws IOException {
        runs.started(cache, ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());

        try (var _ = stranger()) {
            assertThatCode(this::check).doesNotThrowAnyException();
        }
    }

    private void check() {
        new PortCheck(runs).demandFreePorts(List.of(member));
    }

    private ServerSocket stranger() throws IOException {
        return new ServerSocket(member.port(), 1, InetAddress.getLoopbackAddress());
    }
}
