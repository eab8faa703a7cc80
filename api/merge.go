package api

import (
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// mediaMergePatch is what a merge patch may call itself.
const mediaMergePatch = "application/merge-patch+json"

// merge applies an RFC 7386 merge patch to a stored value. The patch may not repeat a key.
func merge(target, patch []byte) ([]byte, error) {
	if err := wellFormed(patch); err != nil {
		return nil, err
	}
	value, err := proposal.MergePatch(target, patch)
	if err != nil {
		return nil, fault.Wrap(fault.Malformed, "修改内容无法合并,请核对正文", err)
	}
	return value, nil
}
