import '../dialog.css'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../Button.tsx'
import { classes } from '../class-names.ts'
import type { DialogProps } from '../dialog-props.ts'
import { say } from '../kit-say.ts'

export function DialogWindow({ title, onClose, width = 'narrow', children }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="dialog-veil">
      <Modal className={classes('dialog', `dialog-${width}`)}>
        <AriaDialog className="dialog-sheet">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" icon="cross" iconOnly onPress={onClose}>
              {say('kit.close')}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
